import { mongo } from "mongoose";
import { StatementModel } from "../../../server/features/statements/statementModel";
import { readMonthView } from "../../../server/features/statements";
import { startDemoWorld, type DemoWorld } from "../../support/demoWorld";
import { lookAt, stored } from "../../support/testDatabase";

let world: DemoWorld;
beforeEach(async () => {
  world = await startDemoWorld();
});

const march = async (memberId: string) => (await stored("statements", { _id: `${memberId}:2026-03` }))[0];

it("stores the team's result of now with a month that pays the same as before", async () => {
  await world.sale("wangfang", "c-qiming", 1_000_000);
  await world.workAll();
  const before = await march("zhangsan");
  world.app.passRealTime({ seconds: 31 });
  await world.sale("wangfang", "c-qiming", 1_000_000);
  await world.workAll();

  const after = await march("zhangsan");
  expect([after?.revision, after?.statement]).toEqual([before?.revision, before?.statement]);
  const [team] = (await stored("unitSummaries", { _id: "u4:2026-03" })) as unknown as {
    sums: Record<string, number>;
  }[];
  const given = (after?.given ?? []) as { kind: string; unitId?: string; value: { fen: number } }[];
  const result = given.find(({ kind, unitId }) => kind === "measure" && unitId === "u4");
  expect(result?.value).toEqual({ fen: team?.sums["sales.confirmed"] });
});

it("opens the month that a tick prices first, so that a cut-off set later does not reach back", async () => {
  await world.as("zhangsan").call("today.read");
  await world.workAll();
  expect(await march("zhangsan")).toMatchObject({ revision: 1 });
  expect((await stored("periods")).map(({ _id }): unknown => _id)).toEqual(["2026-03"]);
});

it("shows no month whose facts go on changing while it is read", async () => {
  await world.sale("xiaowang", "c-haiyue", 1_000_000);
  const read = () => lookAt(() => readMonthView("xiaowang", "2026-03", world.app.clock.now()));
  expect((await read()).book.facts).toHaveLength(2);

  const busy = bookWheneverRead("credits");
  await expect(read().finally(busy.end)).rejects.toMatchObject({ code: "conflict.busy" });
});

/** Somebody books into 小王's month each time that a collection is read. */
function bookWheneverRead(collection: string): { end: () => void } {
  // The driver's class, whose methods are called with whatever they are given.
  type Find = (...args: unknown[]) => mongo.FindCursor;
  const prototype = mongo.Collection.prototype as unknown as { find: Find };
  const { find } = prototype;
  prototype.find = function (this: mongo.Collection, ...args) {
    const cursor = find.apply(this, args);
    if (this.collectionName !== collection) return cursor;
    const toArray = cursor.toArray.bind(cursor);
    cursor.toArray = async () => {
      await StatementModel.updateOne({ _id: "xiaowang:2026-03" }, { $inc: { bookRevision: 1 } });
      return toArray();
    };
    return cursor;
  };
  return { end: () => void (prototype.find = find) };
}
