import mongoose from "mongoose";
import { deliveriesOfOld, eventsHaveSubscribers } from "../../../server/migrations/0006-events-have-subscribers";
import { readSendCounts } from "../../../server/features/notices/sendCounts";
import { createLogger } from "../../../server/lib/logger";
import { emitAll } from "../../../server/outbox";
import { inTransaction } from "../../../server/db";
import { saleConfirmed } from "../../../server/features/sales";
import { startTestApp } from "../../support/startTestApp";
import { testSettings } from "../../support/testSettings";
import { lookAt, putStored, stored } from "../../support/testDatabase";

/** An open event as versions before stored it. */
const oldEvent = (type: string, partition: string, cause: string) => ({
  _id: `${cause}:${type}`,
  schemaVersion: 1,
  type,
  payload: { about: cause },
  partition,
  cause,
  requestId: "r1",
  attempts: 3,
  bugs: 1,
  createdAt: new Date("2026-03-26T01:00:00Z"),
  failure: "Error: a hiccup",
  state: "waiting",
  dueAt: new Date("2026-03-27T00:00:00Z"),
});

describe("an open event of before", () => {
  it.each([
    ["sale.confirmed", "member:xiaowang", "notices.saleWin", "notices.saleWin/member:xiaowang"],
    ["rollup.due", "rollup:u3", "performance.rollUp", "performance.rollUp/rollup:u3"],
    ["statement.reprice", "member:xiaowang", "statements.reprice", "member:xiaowang"],
    ["target.published", "targets:2026-03", "statements.followTargets", "statements.followTargets/targets:2026-03"],
    ["notice.send", "notices:xiaowang", "notices.send", "notices:xiaowang"],
    ["notice.digest", "robot:u3", "notices.sendDigest", "robot:u3"],
  ])("%s is delivered to whom it was for, as far as it had come", (type, partition, subscription, ownPartition) => {
    const event = oldEvent(type, partition, "c1");
    expect(deliveriesOfOld(event)).toEqual([
      {
        ...event,
        _id: `c1:${type}@${subscription}`,
        eventId: `c1:${type}`,
        schemaVersion: 2,
        subscription,
        partition: ownPartition,
      },
    ]);
  });

  it("of a type that nobody knows stays as it is", () => {
    expect(deliveriesOfOld(oldEvent("payout.due", "member:xiaowang", "c1"))).toEqual([]);
  });
});

describe("the migration", () => {
  const up = async () => {
    const { db } = mongoose.connection;
    if (!db) throw new Error("not connected");
    const logger = createLogger({ level: "silent", name: "test" });
    const context = {
      db,
      logger,
      settings: testSettings(),
      realNow: () => new Date(0),
      writeBatch: inTransaction,
      progress: () => undefined,
    };
    await lookAt(() => eventsHaveSubscribers.up(context));
  };

  it("gives an old event the delivery that this version would, so that a repeat of its command finds it", async () => {
    const { deps } = await startTestApp({ people: false });
    const event = oldEvent("sale.confirmed", "member:xiaowang", "s1");
    await putStored("events", [event]);
    await up();
    await up();
    const [migrated, ...more] = await stored("events");
    expect(more).toEqual([]);
    const emitted = saleConfirmed.of({ payload: {} as never, partition: "member:xiaowang", cause: "s1" }); // never read
    const repeat = inTransaction((session) => emitAll([emitted], session, deps.realNow()));
    await expect(repeat).rejects.toMatchObject({ code: 11000 });
    expect(migrated).toMatchObject({ _id: "s1:sale.confirmed@notices.saleWin", attempts: 3, state: "waiting" });
  });

  it("keeps what has been sent to each receiver, under the subscription's name", async () => {
    await startTestApp({ people: false });
    const { state: _state, bugs: _bugs, dueAt: finishedAt, ...done } = oldEvent("notice.send", "robot:u3", "n1");
    await putStored("eventLog", [{ ...done, finishedAt }]);
    const sends = { sentAtMs: [1, 2], recentMs: { sale_win_group: [2] }, calls: { week: "2026-W13", count: 4 } };
    const lease = { schemaVersion: 1, owner: "o", fence: 7, leaseUntil: new Date(0), heldUntil: null };
    await putStored("partitions", [
      { _id: "robot:u3", ...lease, memory: { sends } },
      { _id: "member:xiaowang", ...lease, memory: {} },
      { _id: "rollup:u3", ...lease, memory: {} },
    ]);
    await up();
    await up();
    expect(await stored("eventLog")).toMatchObject([{ eventId: "n1:notice.send", subscription: "notices.send" }]);
    expect(await lookAt(() => readSendCounts({ partition: "robot:u3" }))).toEqual(sends);
    expect(await stored("partitions")).toEqual([
      { _id: "member:xiaowang", ...lease },
      { _id: "robot:u3", ...lease },
    ]);
  });
});
