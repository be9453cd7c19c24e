import { inTransaction } from "../../../server/db";
import { noticeSend } from "../../../server/features/notices/events";
import { configureOutbox, emit, emitAgain, emitAll, emitOnce, subscribe } from "../../../server/outbox";
import { forget, putStored, stored } from "../../support/testDatabase";
import { aNotice, aRollUp, deferred, givenRelay, loggedDeliveries, openDeliveries } from "./givenRelay";

class Refused extends Error {
  readonly retry = "never";
}
/** Comes back in a minute, so that a slow machine sees one try. */
const later = () => Object.assign(new Error("not yet"), { retry: "later", waitMs: 60_000 });
const nothing = async () => undefined;
const two = subscribe("test.two", noticeSend, nothing);

/** What hears of the same notices, beside the first subscriber. */
const second = (handler: (noticeId: string) => void | Promise<void>, options: { ordered?: true } = {}) =>
  subscribe("test.second", noticeSend, async ({ noticeId }) => handler(noticeId), options);

describe("emitting again", () => {
  it("is a duplicate key for a command", async () => {
    const { deps } = await givenRelay({});
    await inTransaction((session) => emitAll([aNotice("n1")], session, deps.realNow()));
    const again = inTransaction((session) => emitAll([aNotice("n2"), aNotice("n1")], session, deps.realNow()));
    await expect(again).rejects.toMatchObject({ code: 11000 });
    expect(await openDeliveries()).toHaveLength(1);
  });

  it("is nothing for a handler, also at several processes at once", async () => {
    const { deps } = await givenRelay({ others: [two] });
    const once = () => inTransaction((session) => emitOnce([aNotice("n1"), aRollUp("s1")], session, deps.realNow()));
    await Promise.all([once(), once(), once()]);
    expect(await openDeliveries()).toHaveLength(3);
  });

  it("while it is worked off has it worked off once more, and once only", async () => {
    let runs = 0;
    const { emit, work, deps } = await givenRelay({
      onNotice: async () => {
        runs += 1;
        // After the handler may have read what it needs.
        if (runs === 1) await inTransaction((session) => emitOnce(aNotice("n1"), session, deps.realNow()));
        return [aRollUp("n1")];
      },
      onRollUps: nothing,
    });
    await emit(aNotice("n1"), aNotice("n2"));
    await work();
    expect(runs).toBe(3); // n1 twice, n2 once
    expect(await openDeliveries()).toEqual([]);
    expect((await loggedDeliveries()).sort()).toEqual([
      "n1:notice.send@test.notices",
      "n1:rollup.due@test.rollUps",
      "n2:notice.send@test.notices",
    ]);
  });

  it("keeps of a crowd that is handled together only what was asked for again", async () => {
    const calls: number[] = [];
    const { emit, work, deps } = await givenRelay({
      onRollUps: async (payloads) => {
        calls.push(payloads.length);
        if (calls.length === 1) await inTransaction((session) => emitOnce(aRollUp("b"), session, deps.realNow()));
      },
    });
    await emit(aRollUp("a"), aRollUp("b"), aRollUp("c"));
    await work();
    expect(calls).toEqual([3, 1]);
    expect(await loggedDeliveries()).toHaveLength(3);
  });

  it("in a transaction that began before the delivery was completed is heard after it", async () => {
    let runs = 0;
    const { emit, work, deps } = await givenRelay({ onNotice: async () => void (runs += 1) });
    await emit(aNotice("n1"));
    let tries = 0;
    await inTransaction(async (session) => {
      tries += 1;
      // It sees the delivery as open; then a worker completes it.
      await emitOnce(aRollUp("before"), session, deps.realNow());
      if (tries === 1) await work();
      await emitOnce(aNotice("n1"), session, deps.realNow());
    });
    expect(await openDeliveries()).toContain("n1:notice.send@test.notices due");
    expect(runs).toBe(1);
  });

  it("in a transaction that ends while the delivery is completed is heard after it", async () => {
    let runs = 0;
    const asked = deferred();
    const handled = deferred();
    const { emit, work, deps } = await givenRelay({
      onNotice: async () => {
        runs += 1;
        if (runs > 1) return;
        await asked.promise; // open, and not committed
        handled.settle();
      },
    });
    await emit(aNotice("n1"));
    const working = work();
    await inTransaction(async (session) => {
      await emitOnce(aNotice("n1"), session, deps.realNow());
      asked.settle();
      await handled.promise;
    });
    await working;
    await work(); // where the transaction was the later one
    expect(runs).toBe(2);
    expect(await openDeliveries()).toEqual([]);
  });

  it("finds a delivery of before deliveries were counted", async () => {
    let runs = 0;
    const { emit, work, deps } = await givenRelay({
      onNotice: async () => {
        runs += 1;
        if (runs === 1) await inTransaction((session) => emitOnce(aNotice("n1"), session, deps.realNow()));
      },
    });
    await emit(aNotice("n1"), aNotice("n2"));
    const old = (await stored("events")).map(({ asked: _none, ...delivery }) => delivery);
    await forget("events");
    await putStored("events", old);
    await work();
    expect(runs).toBe(3);
    expect(await openDeliveries()).toEqual([]);
  });

  it("tries again only for whom it was given up", async () => {
    const { emit, work, deps } = await givenRelay({
      onNotice: async () => {
        throw new Refused("never");
      },
      others: [
        second(() => {
          throw later();
        }),
      ],
    });
    await emit(aNotice("n1"));
    await work();
    await inTransaction((session) => emitAgain(aNotice("n1"), session, deps.realNow()));
    expect(await stored("events")).toMatchObject([
      { subscription: "test.notices", state: "due", attempts: 0 },
      { subscription: "test.second", state: "due", attempts: 1 },
    ]);
  });

  it("at a process that knows one subscriber more lets that one alone hear of it", async () => {
    const { emit, subscriptions, deps } = await givenRelay({});
    await emit(aNotice("n1"));
    configureOutbox([...subscriptions, two]);
    await inTransaction((session) => emitOnce(aNotice("n1"), session, deps.realNow()));
    expect(await openDeliveries()).toEqual(["n1:notice.send@test.notices due", "n1:notice.send@test.two due"]);
  });

  it("costs nothing where nobody has subscribed", async () => {
    const { subscriptions } = await givenRelay({});
    configureOutbox(subscriptions.slice(1));
    await inTransaction((session) => emit(aNotice("n1"), session));
    expect(await openDeliveries()).toEqual([]);
  });
});
