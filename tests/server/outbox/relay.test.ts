import { claimKey, inTransaction } from "../../../server/db";
import { noticeSend } from "../../../server/features/notices/events";
import { withRequestId } from "../../../server/lib/requestContext";
import { configureOutbox, emit, emitAgain, listDead, resendDead, subscribe, workAll } from "../../../server/outbox";
import { roundTripsOf } from "../../support/roundTrips";
import { stored } from "../../support/testDatabase";
import {
  aNotice,
  aRollUp,
  deferred,
  givenRelay,
  loggedDeliveries,
  loggedEvents,
  openDeliveries,
  openEvents,
} from "./givenRelay";

/** What is made due, and what is due. */
const looking = ["find events", "aggregate events"];

class Refused extends Error {
  readonly retry = "never";
}

describe("working off events", () => {
  it("handles a partition's events one after the other, oldest first", async () => {
    const seen: string[] = [];
    let busy = 0;
    const { emit, work } = await givenRelay({
      onNotice: async ({ noticeId }) => {
        expect((busy += 1)).toBe(1);
        await Promise.resolve();
        seen.push(noticeId);
        busy -= 1;
      },
    });
    for (const id of ["first", "second", "third"]) await emit(aNotice(id));
    expect(await work()).toBe(3);
    expect(seen).toEqual(["first", "second", "third"]);
    expect(await openEvents()).toEqual([]);
    expect(await loggedEvents()).toEqual(["first:notice.send", "second:notice.send", "third:notice.send"]);
    expect(await work()).toBe(0);
  });

  it("asks the database five times for a delivery, looking for it aside", async () => {
    const { emit, work } = await givenRelay({ onNotice: async () => undefined });
    await emit(aNotice("first"));
    await work();
    await emit(aNotice("second"));
    expect(await roundTripsOf(work)).toEqual([
      ...looking,
      "find partitions",
      "update partitions",
      "find events",
      "bulkWrite",
      "commitTransaction",
      ...looking,
    ]);
  });

  it("names the request that it began with, in the log and in everything that follows", async () => {
    const { emit, work, linesOf } = await givenRelay({
      onNotice: ({ noticeId }) => Promise.resolve(noticeId === "first" ? [aRollUp("first")] : undefined),
      onRollUps: () => Promise.resolve(undefined),
    });
    await withRequestId("request-1", () => emit(aNotice("first")));
    await emit(aNotice("of a job"));
    await work();
    await work();
    expect(linesOf("request-1").map(({ msg, delivery }) => `${msg} ${delivery}`)).toEqual([
      "delivered first:notice.send@test.notices",
      "delivered first:rollup.due@test.rollUps",
    ]);
    const logged = (await stored("eventLog")).map(
      ({ eventId, requestId }) => `${String(eventId)} ${String(requestId)}`,
    );
    expect(logged).toEqual(expect.arrayContaining(["first:rollup.due request-1", "of a job:notice.send null"]));
  });

  it("knows nothing of an event whose transaction failed", async () => {
    const { work } = await givenRelay({});
    const failing = inTransaction(async (session) => {
      await emit(aNotice("never"), session);
      throw new Error("the fact was refused");
    });
    await expect(failing).rejects.toThrow("the fact was refused");
    expect(await openEvents()).toEqual([]);
    expect(await work()).toBe(0);
  });

  it("writes what follows from an event together with its completion, once, though the handler ran twice", async () => {
    let runs = 0;
    const seen: string[] = [];
    const { emit, work } = await givenRelay({
      onRollUps: async (_payloads, delivery) => ({
        events: [aNotice("follower")],
        write: async (session) => {
          runs += 1;
          if (runs === 1) throw Object.assign(new Error("the disk was full"), { retry: "now" });
          await claimKey(`effect of ${delivery.id}`, "test", session);
        },
      }),
      onNotice: async ({ noticeId }) => void seen.push(noticeId),
    });
    await emit(aRollUp("sale-1"));
    await work({ aheadMs: 1_000 });
    expect({ runs, seen }).toEqual({ runs: 2, seen: ["follower"] });
  });

  it("handles many events of one unit by one call where their type says so", async () => {
    const calls: number[] = [];
    const { emit, work } = await givenRelay({ onRollUps: async (payloads) => void calls.push(payloads.length) });
    await emit(...["a", "b", "c", "d", "e"].map((cause) => aRollUp(cause)), aRollUp("f", "u4"));
    await work();
    expect(calls.sort()).toEqual([1, 5]);
    expect(await loggedEvents()).toHaveLength(6);
  });

  it("leaves what waits for business time until the clock is moved there", async () => {
    const seen: string[] = [];
    const { emit, work, clock } = await givenRelay({ onNotice: async ({ noticeId }) => void seen.push(noticeId) });
    await emit({ ...aNotice("morning"), notBefore: new Date("2026-03-27T08:01:00+08:00") });
    await work();
    clock.set("2026-03-27T08:00:59+08:00");
    await work();
    expect(seen).toEqual([]);
    clock.set("2026-03-27T08:01:00+08:00");
    await work();
    expect(seen).toEqual(["morning"]);
  });

  it("works off each event once with two workers at once", async () => {
    const seen: string[] = [];
    const { emit, work } = await givenRelay({
      onNotice: async ({ noticeId }) => {
        await Promise.resolve();
        seen.push(noticeId);
      },
    });
    const ids = Array.from({ length: 40 }, (_, index) => `n${String(index).padStart(2, "0")}`);
    await emit(...ids.map((id, index) => aNotice(id, `notices:m${index % 10}`)));
    for (let left = 1; left > 0;) left = (await Promise.all([work(), work(), work()])).reduce((a, b) => a + b, 0);
    expect(seen.sort()).toEqual(ids);
    expect(await loggedEvents()).toHaveLength(40);
  });
});

describe("failing events", () => {
  it("gives up an unforeseen failure after eight tries with an alarm", async () => {
    let tries = 0;
    const { emit, work, alarms } = await givenRelay({
      onNotice: async ({ noticeId }) => {
        if (noticeId !== "poison") return;
        tries += 1;
        throw new TypeError("cannot read a of undefined");
      },
    });
    await emit(aNotice("poison"), aNotice("innocent"));
    await work({ aheadMs: 120_000 });
    expect(tries).toBe(8);
    expect(alarms()).toEqual(["outbox.dead"]);
    expect(await loggedEvents()).toEqual(["innocent:notice.send"]);
    expect(await listDead()).toMatchObject([
      { deliveryId: "poison:notice.send@test.notices", attempts: 8, reason: "TypeError: cannot read a of undefined" },
    ]);
  });

  it("sends what was given up again as often as it is asked to", async () => {
    let broken = true;
    let tries = 0;
    const { emit, work, deps } = await givenRelay({
      onNotice: async () => {
        if (!broken) return;
        tries += 1;
        throw new TypeError("cannot read a of undefined");
      },
    });
    await emit(aNotice("poison"));
    await work({ aheadMs: 120_000 });
    await resendDead("poison:notice.send@test.notices", deps.realNow());
    await work({ aheadMs: 120_000 });
    expect(tries).toBe(16);
    await inTransaction((session) => emitAgain(aNotice("poison"), session, deps.realNow()));
    await work({ aheadMs: 120_000 });
    expect(tries).toBe(24);

    broken = false;
    await resendDead("poison:notice.send@test.notices", deps.realNow());
    await resendDead("poison:notice.send@test.notices", deps.realNow());
    await work();
    expect(await listDead()).toEqual([]);
    expect(await loggedEvents()).toContain("poison:notice.send");
  });

  it("does not give up over one bug what has waited through an outage", async () => {
    let tries = 0;
    const { emit, work } = await givenRelay({
      onNotice: async () => {
        tries += 1;
        if (tries <= 12) throw Object.assign(new Error("nobody listens there"), { retry: "later" });
        if (tries === 13) throw new TypeError("cannot read a of undefined");
      },
    });
    await emit(aNotice("patient"));
    await work({ aheadMs: 3_600_000 });
    expect(await listDead()).toEqual([]);
    expect(await loggedEvents()).toEqual(["patient:notice.send"]);
  });

  it("gives up at once where WeCom will never accept it", async () => {
    const { emit, work, alarms } = await givenRelay({
      onNotice: async () => {
        throw new Refused("40003 invalid userid");
      },
    });
    await emit(aNotice("wrong"));
    await work();
    expect(await listDead()).toMatchObject([{ attempts: 1, reason: "Error: 40003 invalid userid" }]);
    expect(alarms()).toEqual(["outbox.dead"]);
  });

  it("waits at least as long as a limit says", async () => {
    let tries = 0;
    const { emit, work, passRealTime } = await givenRelay({
      onNotice: async () => {
        tries += 1;
        if (tries === 1) throw Object.assign(new Error("45009"), { retry: "later", waitMs: 60_000 });
      },
    });
    await emit(aNotice("limited"));
    await work();
    passRealTime(59_000);
    await work();
    expect(tries).toBe(1);
    passRealTime(10_000);
    await work();
    expect(tries).toBe(2);
  });

  it("holds what is behind it where the subscription is ordered", async () => {
    const seen: string[] = [];
    let fails = true;
    const { emit, work, passRealTime } = await givenRelay({
      ordered: true,
      onNotice: async ({ noticeId }) => {
        if (noticeId === "first" && fails) throw new Error("not yet");
        seen.push(noticeId);
      },
    });
    await emit(aNotice("first"));
    await emit(aNotice("second"));
    await work();
    await emit(aNotice("third"));
    await work();
    expect(seen).toEqual([]);
    fails = false;
    passRealTime(2_000);
    await work();
    expect(seen).toEqual(["first", "second", "third"]);
  });

  it("keeps a delivery to a subscription that only another version knows", async () => {
    const newer = subscribe("test.payouts", noticeSend, async () => undefined);
    const { emit, work, subscriptions } = await givenRelay({ onNotice: async () => undefined });
    configureOutbox([...subscriptions, newer]);
    await emit(aNotice("n1"));
    await work();
    expect(await openDeliveries()).toEqual(["n1:notice.send@test.payouts due"]);
    await work({ aheadMs: 600_000 });
    expect(await listDead()).toMatchObject([
      { subscription: "test.payouts", reason: "UnknownSubscription: no subscription test.payouts" },
    ]);
    expect(await loggedDeliveries()).toEqual(["n1:notice.send@test.notices"]);
  });
});

describe("leases", () => {
  it("keeps an old owner from completing what it began once its lease has been taken over", async () => {
    const gate = deferred();
    const begun = deferred();
    let runs = 0;
    const { emit, work, passRealTime } = await givenRelay({
      onNotice: async (_payload, { lease }) => {
        runs += 1;
        const mine = runs;
        if (mine === 1) {
          begun.settle();
          await gate.promise;
        }
        return {
          write: async (session) => {
            await lease.confirm(session);
            await claimKey(`written by ${mine}`, "test", session);
          },
        };
      },
    });
    await emit(aNotice("n1"));
    const slow = work();
    await begun.promise;
    passRealTime(31_000);
    expect(await work()).toBe(1); // counts the death of the first owner
    expect(await work({ aheadMs: 5_000 })).toBe(1); // and completes
    gate.settle();
    expect(await slow).toBe(0);
    expect((await stored("keys")).map(({ _id }) => String(_id))).toEqual(["written by 2"]);
    expect(await stored("partitions")).toMatchObject([{ fence: 3 }]);
    expect(await loggedEvents()).toEqual(["n1:notice.send"]);
  });

  it("gives up an event whose worker dies over it again and again", async () => {
    const { emit, deps, subscriptions, passRealTime, alarms } = await givenRelay({
      onNotice: () => new Promise(() => undefined), // hangs as a dead process does
    });
    await emit(aNotice("deadly"));
    for (let deaths = 0; deaths < 8; deaths += 1) {
      await workAll(deps, subscriptions, { leaseMs: 1_000, handlerMaxMs: 5, aheadMs: 120_000 });
      passRealTime(2_000);
    }
    await workAll(deps, subscriptions, { leaseMs: 1_000, handlerMaxMs: 5, aheadMs: 120_000 });
    expect(await listDead()).toMatchObject([{ deliveryId: "deadly:notice.send@test.notices", attempts: 8 }]);
    expect(alarms()).toEqual(["outbox.dead"]);
  });

  it("renews its lease while a handler takes its time", async () => {
    const gate = deferred();
    const { emit, relay, work } = await givenRelay({ onNotice: () => gate.promise }, { leaseMs: 150 });
    await emit(aNotice("slow"));
    const service = relay();
    await service.start();
    await until(async () => (await stored("partitions")).length === 1);
    const [first] = await stored("partitions");
    await until(async () => (await stored("partitions"))[0]?.leaseUntil > first?.leaseUntil);
    expect(await work()).toBe(0);
    gate.settle();
    await until(async () => (await loggedEvents()).length === 1);
    await service.stop();
  });
});

describe("the relay", () => {
  it("works as soon as the transaction is committed, without waiting for its next look", async () => {
    const seen = deferred();
    const { emit, relay } = await givenRelay({ onNotice: async () => seen.settle() }, { pollMs: 60_000 });
    const service = relay();
    await service.start();
    await emit(aNotice("quick"));
    await seen.promise;
    await service.stop();
    expect(await loggedEvents()).toEqual(["quick:notice.send"]);
  });

  it("leaves nothing half done when it is stopped", async () => {
    const gate = deferred();
    const begun = deferred();
    const { emit, relay, work } = await givenRelay({
      onNotice: async () => {
        begun.settle();
        await gate.promise;
      },
    });
    const service = relay();
    await service.start();
    await emit(aNotice("n1"), aNotice("n2"));
    await begun.promise;
    const stopped = service.stop();
    gate.settle();
    await stopped;
    expect(await loggedEvents()).toEqual(["n1:notice.send"]);
    expect(await work()).toBe(1);
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
}
