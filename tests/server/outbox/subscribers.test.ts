import mongoose from "mongoose";
import { partsOf } from "../../../server/db/filterRecorder";
import { noticeSend } from "../../../server/features/notices/events";
import {
  collectSubscriptions,
  configureOutbox,
  everyEvent,
  listDead,
  type NewEvent,
  resendDead,
  subscribe,
} from "../../../server/outbox";
import { stored } from "../../support/testDatabase";
import { aNotice, aRollUp, deferred, givenRelay, loggedDeliveries, openDeliveries } from "./givenRelay";

class Refused extends Error {
  readonly retry = "never";
}
/** Comes back in a minute, so that a slow machine sees one try. */
const later = () => Object.assign(new Error("not yet"), { retry: "later", waitMs: 60_000 });
const nothing = async () => undefined;
const one = subscribe("test.one", noticeSend, nothing);
const two = subscribe("test.two", noticeSend, nothing);

/** How often the database is asked for something that touches a collection, from now on. */
function countCommands(collection: string): () => number {
  let count = 0;
  mongoose.connection.getClient().on("commandStarted", ({ commandName, command }) => {
    if (partsOf(commandName, command).some((part) => part.collection === collection)) count += 1;
  });
  return () => count;
}

/** What hears of the same notices, beside the first subscriber. */
const second = (handler: (noticeId: string) => void | Promise<void>, options: { ordered?: true } = {}) =>
  subscribe("test.second", noticeSend, async ({ noticeId }) => handler(noticeId), options);

describe("subscribers of one event", () => {
  it("each hear of it once, by a delivery of their own, stored by one command with the fact", async () => {
    const heard: string[] = [];
    const { emit, work } = await givenRelay({
      onNotice: async ({ noticeId }) => void heard.push(`first ${noticeId}`),
      others: [second((noticeId) => void heard.push(`second ${noticeId}`))],
    });
    const written = countCommands("events");
    await emit(aNotice("n1"), aNotice("n2"));
    expect(written()).toBe(1);
    expect(await openDeliveries()).toEqual([
      "n1:notice.send@test.notices due",
      "n1:notice.send@test.second due",
      "n2:notice.send@test.notices due",
      "n2:notice.send@test.second due",
    ]);
    expect(await work()).toBe(4);
    expect(heard.sort()).toEqual(["first n1", "first n2", "second n1", "second n2"]);
    expect(await loggedDeliveries()).toHaveLength(4);
  });

  it("fail, die and are tried again alone", async () => {
    const heard: string[] = [];
    let refuses = true;
    const { emit, work, deps, alarms } = await givenRelay({
      onNotice: async ({ noticeId }) => void heard.push(noticeId),
      others: [
        second((noticeId) => {
          if (refuses) throw new Refused("no thanks");
          heard.push(`second ${noticeId}`);
        }),
      ],
    });
    await emit(aNotice("n1"));
    await work();
    expect(heard).toEqual(["n1"]);
    expect(await listDead()).toMatchObject([{ deliveryId: "n1:notice.send@test.second", subscription: "test.second" }]);
    expect(alarms()).toEqual(["outbox.dead"]);
    refuses = false;
    await resendDead("n1:notice.send@test.second", deps.realNow());
    await work();
    expect(heard).toEqual(["n1", "second n1"]);
  });

  it("wait behind a failure only where they are ordered themselves", async () => {
    const heard: string[] = [];
    const { emit, work } = await givenRelay({
      ordered: true,
      onNotice: async () => {
        throw later();
      },
      others: [second((noticeId) => void heard.push(noticeId))],
    });
    await emit(aNotice("n1"), aNotice("n2"));
    await work();
    expect(heard).toEqual(["n1", "n2"]);
    const tried = (await stored("events")).map(({ _id, attempts }) => `${String(_id)} ${Number(attempts)}`);
    expect(tried).toEqual(["n1:notice.send@test.notices 1", "n2:notice.send@test.notices 0"]);
  });

  it("are handed many events at once only where they ask for that", async () => {
    const calls: string[] = [];
    const { emit, work } = await givenRelay({
      onNotice: async ({ noticeId }) => void calls.push(noticeId),
      others: [
        subscribe("test.many", noticeSend, async (all) => void calls.push(all.map((one) => one.noticeId).join("+")), {
          coalesce: true,
        }),
      ],
    });
    await emit(aNotice("n1"), aNotice("n2"), aNotice("n3"));
    await work();
    expect(calls.sort()).toEqual(["n1", "n1+n2+n3", "n2", "n3"]);
  });

  it("are handed at once what they say belongs together", async () => {
    const calls: string[] = [];
    const byLetter = async (all: { noticeId: string }[]) => {
      calls.push(all.map(({ noticeId }) => noticeId).join("+"));
    };
    const { emit, work } = await givenRelay({
      onNotice: nothing,
      others: [subscribe("test.letters", noticeSend, byLetter, { coalesce: ({ noticeId }) => noticeId.slice(0, 1) })],
    });
    await emit(aNotice("a1"), aNotice("b1"), aNotice("a2"), aNotice("b2"));
    await work();
    expect(calls).toEqual(["a1+a2", "b1+b2"]);
  });

  it("leave the rest done where what belongs together fails", async () => {
    const byLetter = async ([one]: { noticeId: string }[]) => {
      if (one?.noticeId.startsWith("a")) throw new Error("a is faulty");
    };
    const { emit, work } = await givenRelay({
      onNotice: nothing,
      others: [subscribe("test.letters", noticeSend, byLetter, { coalesce: ({ noticeId }) => noticeId.slice(0, 1) })],
    });
    await emit(aNotice("a1"), aNotice("b1"), aNotice("a2"), aNotice("b2"));
    await work();
    const open = (await stored("events")).map(({ eventId, attempts }) => `${String(eventId)} ${Number(attempts)}`);
    expect(open).toEqual(["a1:notice.send 1", "a2:notice.send 1"]);
  });

  it("that share a partition by their own wish take turns", async () => {
    const shared = { partition: ({ partition }: NewEvent) => partition };
    const calls: string[] = [];
    let busy = 0;
    const alone = async (call: string) => {
      expect((busy += 1)).toBe(1);
      await Promise.resolve();
      calls.push(call);
      busy -= 1;
    };
    const { emit, work } = await givenRelay({
      onNotice: nothing,
      others: [
        subscribe("test.each", noticeSend, ({ noticeId }) => alone(`each ${noticeId}`), shared),
        subscribe("test.many", noticeSend, (all) => alone(`many ${all.map(({ noticeId }) => noticeId).join("+")}`), {
          ...shared,
          coalesce: true,
        }),
      ],
    });
    await emit(aNotice("n1"), aNotice("n2"));
    for (let left = 1; left > 0;) left = (await Promise.all([work(), work()])).reduce((a, b) => a + b, 0);
    expect(calls.sort()).toEqual(["each n1", "each n2", "many n1+n2"]);
    expect(await loggedDeliveries()).toHaveLength(6);
  });

  it("do not wait for one whose handlers hang, however many of its deliveries are due before", async () => {
    const gate = deferred();
    const heard = deferred();
    const { emit, relay } = await givenRelay(
      { onNotice: () => gate.promise, onRollUps: async () => heard.settle() },
      { partitionsMax: 2 },
    );
    await emit(...Array.from({ length: 205 }, (_, n) => aNotice(`n${n}`, `notices:m${n}`)));
    await emit(aRollUp("s1"));
    const service = relay();
    await service.start();
    await heard.promise;
    gate.settle();
    await service.stop();
  });

  it("do not count the death of another's worker", async () => {
    const gate = deferred();
    const begun = deferred();
    let runs = 0;
    const { emit, work, passRealTime } = await givenRelay({
      onNotice: async () => {
        runs += 1;
        begun.settle();
        if (runs === 1) await gate.promise;
      },
      others: [second(() => undefined)],
    });
    await emit(aNotice("n1"));
    const dying = work();
    await begun.promise;
    passRealTime(31_000);
    await work({ aheadMs: 5_000 });
    expect(await stored("eventLog")).toMatchObject([
      { _id: "n1:notice.send@test.notices", attempts: 1 },
      { _id: "n1:notice.send@test.second", attempts: 0 },
    ]);
    gate.settle();
    await dying;
  });

  it("follow with events of their own that do not take each other's ids", async () => {
    const heard: string[] = [];
    const { emit, work } = await givenRelay({
      onRollUps: async (all) => void heard.push(`${all.length} roll-ups`),
      onNotice: async (_notice, { id }) => [aRollUp(id)],
      others: [subscribe("test.second", noticeSend, async (_notice, { id }) => [aRollUp(id)])],
    });
    await emit(aNotice("n1"));
    await work();
    expect(heard).toEqual(["2 roll-ups"]);
  });

  it("of every event hear what happened, whatever its type", async () => {
    const heard: string[] = [];
    const { emit, work } = await givenRelay({
      onNotice: nothing,
      onRollUps: nothing,
      others: [everyEvent("test.hooks", async ({ eventId, type }) => void heard.push(`${type} ${eventId}`))],
    });
    await emit(aNotice("n1"), aRollUp("s1"));
    await work();
    expect(heard.sort()).toEqual(["notice.send n1:notice.send", "rollup.due s1:rollup.due"]);
  });
});

describe("the list of all subscriptions", () => {
  it("does not compile, nor start, with two of one name", () => {
    collectSubscriptions([one, two]);
    const other = subscribe("test.one", noticeSend, nothing);
    // @ts-expect-error -- two are named test.one
    expect(() => collectSubscriptions([one, two, other])).toThrow("two subscriptions are named test.one");
    // @ts-expect-error -- as an event of every type, too
    expect(() => collectSubscriptions([everyEvent("test.two", nothing), two])).toThrow("named test.two");
    expect(() => configureOutbox([one, one])).toThrow("two subscriptions are named test.one");
  });

  it("does not compile where its names are hidden", () => {
    const hidden: (typeof one | typeof two)[] = [one, one];
    // @ts-expect-error -- a list of unknown length may name one twice
    expect(() => collectSubscriptions(hidden)).toThrow("two subscriptions are named test.one");
  });

  it("takes only handlers of what the event carries", () => {
    // @ts-expect-error -- a notice has no unitId
    subscribe("test.three", noticeSend, async ({ unitId }: { unitId: string }) => void unitId);
    // @ts-expect-error -- coalesced, it is handed a list
    subscribe("test.four", noticeSend, async ({ noticeId }: { noticeId: string }) => void noticeId, { coalesce: true });
    // @ts-expect-error -- it carries a noticeId
    noticeSend.of({ payload: { unitId: "u3" }, partition: "robot:u3", cause: "n1" });
    expect.assertions(0);
  });
});
