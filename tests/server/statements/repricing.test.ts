import { inTransaction } from "../../../server/db";
import { askToReprice } from "../../../server/features/statements/events";
import { emitAll, listDead } from "../../../server/outbox";
import { StatementModel } from "../../../server/features/statements/statementModel";
import { readMonthView } from "../../../server/features/statements";
import { startDemoWorld, type DemoWorld } from "../../support/demoWorld";
import { lookAt, putStored, stored } from "../../support/testDatabase";
import { whenRead } from "../../support/whenRead";

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

describe("a month that cannot be priced", () => {
  const askFor = (cause: string, periods: readonly string[]) =>
    inTransaction((session) =>
      emitAll(
        periods.map((period) =>
          askToReprice(
            { memberId: "xiaowang", period, cause: { kind: "targets", id: cause } },
            { cause, part: period, dueAt: world.app.deps.realNow() },
          ),
        ),
        session,
        world.app.deps.realNow(),
      ),
    );
  const priced = async () =>
    (await stored("statements", { memberId: "xiaowang" })).map(
      ({ _id, bookRevision }) => [_id, bookRevision] as unknown,
    );
  const open = async (): Promise<object[]> => stored("events");

  beforeEach(async () => {
    // A plan of February alone, by which whoever computes that month fails.
    const [record] = await stored("plans", { _id: "flat-internet@1" });
    const of = { validFrom: "2026-02-01", validTo: "2026-02-28", scope: { members: ["xiaowang"] } };
    const plan = { ...(record?.plan as object), code: "broken", ...of, components: null };
    await putStored("plans", [{ ...record, _id: "broken@1", plan }]);
  });

  it("holds no other month of its member, and is tried again and given up by itself", async () => {
    await askFor("t1", ["2026-02", "2026-03"]);
    await world.workDue();
    expect(await priced()).toEqual([["xiaowang:2026-03", 1]]);
    const failure = expect.stringContaining("TypeError") as unknown;
    const february = { eventId: "t1:2026-02:statement.reprice", failure };
    expect(await open()).toContainEqual(expect.objectContaining({ ...february, state: "due", attempts: 1 }));

    for (let tries = 1; tries < 8; tries += 1) {
      world.app.passRealTime({ seconds: 90 });
      await world.workDue();
    }
    expect(await open()).toEqual([expect.objectContaining({ ...february, state: "dead", attempts: 8 })]);
    expect(await listDead()).toMatchObject([{ subscription: "statements.reprice", partition: "member:xiaowang" }]);
  });
});

it("shows no month whose facts go on changing while it is read", async () => {
  await world.sale("xiaowang", "c-haiyue", 1_000_000);
  const read = () => lookAt(() => readMonthView("xiaowang", "2026-03", world.app.clock.now()));
  expect((await read()).book.facts).toHaveLength(2);

  const book = () => StatementModel.updateOne({ _id: "xiaowang:2026-03" }, { $inc: { bookRevision: 1 } });
  const busy = whenRead("credits", (when) => (when === "before" ? book().exec() : undefined));
  await expect(read().finally(busy.end)).rejects.toMatchObject({ code: "conflict.busy" });
});

it("prices no month that has not begun, whatever is put in force for it", async () => {
  const of = { measure: "sales.confirmed" as const, period: "2026-04" };
  const target = { subjectId: "u1", valueFen: 1_000, reason: null, revision: 0 };
  await world.as("zhoumin").call("targets.set", undefined, { commandId: world.newId(), ...of, targets: [target] });
  const levels = [{ parentId: null, remainder: null, targets: [{ subjectId: "u1", revision: 1 }] }];
  await world
    .as("zhoumin")
    .call("targets.publish", undefined, { commandId: world.newId(), ...of, reason: null, levels });
  await world.workAll();
  expect(await stored("events")).toEqual([]);
  expect(await stored("statements", { period: "2026-04" })).toEqual([]);
});

it("ends a month that is over with what its last evening brought the team", async () => {
  world.app.clock.set("2026-03-31T23:59:50+08:00");
  await world.sale("wangfang", "c-qiming", 1_000_000);
  world.app.clock.set("2026-04-01T00:00:20+08:00");
  await world.workAll();
  const given = ((await march("zhangsan"))?.given ?? []) as { kind: string; unitId?: string; value: object }[];
  expect(given).toContainEqual(expect.objectContaining({ kind: "measure", unitId: "u4", value: { fen: 1_000_000 } }));
  expect(await stored("statements", { period: "2026-04" })).toEqual([]);
});
