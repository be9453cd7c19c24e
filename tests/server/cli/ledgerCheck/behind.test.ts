import mongoose, { type mongo } from "mongoose";
import type { Plan } from "@shared/domain/pay";
import { syncDirectory } from "../../../../server/features/members";
import { performanceSubscriptions } from "../../../../server/features/performance";
import { workAll } from "../../../../server/outbox";
import { startDemoWorld, type DemoWorld } from "../../../support/demoWorld";
import { checkedLedger } from "../../../support/ledger";
import { forget, lookAt, putStored, stored, storedCounts } from "../../../support/testDatabase";
import { whenRead } from "../../../support/whenRead";

/*
 * Months that were right when they were priced, and whose inputs have changed since without anybody pricing them again: each
 * statement agrees with what it was computed from, and yet it is not what people should see. 张三 is paid by his team's result too.
 */

let world: DemoWorld;
const whole = new Map<string, mongo.Document[]>();

beforeAll(async () => {
  world = await startDemoWorld();
  await world.app.tokenOf("wangfang"); // kept with the rest, for tests that let her sell
  await world.sale("xiaowang", "c-haiyue", 10_000_000);
  await world.sale("zhangsan", "c-hongda", 30_000_000);
  await world.workAll();
  await world.workAll(); // what a first pricing leaves behind is due two seconds later
  expect(await stored("events")).toEqual([]);
  expect(await checkedLedger()).toMatchObject({ difference: null, counts: { behind: 0, beingPriced: 0 } });
  for (const name of Object.keys(await storedCounts())) whole.set(name, await stored(name));
});

afterEach(async () => {
  await forget(...whole.keys());
  for (const [name, documents] of whole) if (documents.length > 0) await putStored(name, documents);
});

const collectionOf = (name: string) => mongoose.connection.collection<{ _id: string }>(name);
/** Behind the product's back, as if the event had been lost that went with it. */
const change = (collection: string, id: string, set: mongo.Document) =>
  lookAt(() => collectionOf(collection).updateOne({ _id: id }, { $set: set }));
const raiseTarget = () => change("targets", "xiaowang:sales.confirmed:2026-03", { valueFen: 123_456 });
/** His team has sold more, and its sum is right; what follows from that for its people is lost. */
const teamHasGoneOn = async () => {
  await world.sale("wangfang", "c-qiming", 100);
  // Sums alone: their people's pay follows in ticks, and one may end at any moment.
  await workAll(world.app.deps, performanceSubscriptions);
  await forget("events");
};
/** Another version of 小王's plan. */
const putVersion = async (rules: object) => {
  const [record] = await stored("plans", { _id: "flat-internet@1" });
  const plan = { ...(record?.plan as Plan), version: 2, ...rules }; // stored as the engine takes it
  await putStored("plans", [{ ...record, _id: "flat-internet@2", plan }]);
};
const difference = async () => (await checkedLedger()).difference;
const raised = "member xiaowang, period 2026-03, target of the member: by now 1,234.56, stands with 666,666.67";

/** A delivery that prices or leads to pricing, as it waits in the queue. */
const putQueued = (subscription: string, type: string, payload: mongo.Document, state = "due") =>
  putStored("events", [
    {
      ...{ _id: `late@${subscription}`, schemaVersion: 2, eventId: "late", subscription, type, payload, state },
      ...{
        partition: "member:xiaowang",
        cause: "late",
        requestId: null,
        attempts: 0,
        bugs: 0,
        asked: 0,
        failure: null,
      },
      ...{ createdAt: new Date(), dueAt: new Date(Date.now() + 30_000) },
    },
  ]);
const reprice = { memberId: "xiaowang", period: "2026-03", cause: { kind: "targets", id: "late" } };

describe("a month that nobody has priced again is named by", () => {
  it("the target that is another one", async () => {
    await raiseTarget();
    expect(await difference()).toBe(raised);
  });

  it("the team's result that has gone on, also where its factor has not moved", async () => {
    await teamHasGoneOn();
    expect(await difference()).toBe(
      "member lisi, period 2026-03, measure sales.confirmed of company u1: by now 400,001.00, stands with 400,000.00",
    );
  });

  it("the team that the person has moved to", async () => {
    world.app.wecom.putMember({ userid: "xiaowang", department: [4] });
    await syncDirectory(world.app.deps);
    await forget("events");
    world.app.wecom.putMember({ userid: "xiaowang", department: [3] });
    expect(await difference()).toMatch(
      /^member xiaowang, period 2026-03, plans: by now .* in u3 from 2026-03-01 to 2026-03-26, .* in u4 from 2026-03-27 to 2026-03-31, stands with .* in u3 from 2026-03-01 to 2026-03-31$/,
    );
  });

  it("the plan of which another version is in force", async () => {
    await putVersion({ validFrom: "2026-03-01" });
    expect(await difference()).toContain(
      "by now flat-internet@2 in u3 from 2026-03-01 to 2026-03-31, stands with flat-internet@1 in u3 from",
    );
  });

  it("what fails, where it could not be priced now", async () => {
    await putVersion({ validFrom: "2026-03-01", scope: { members: ["xiaowang"] }, components: null });
    expect(await difference()).toMatch(
      /^member xiaowang, period 2026-03, statement: by now nothing, since it fails \(TypeError: .*\), stands with what it was$/,
    );
  });

  it("and counted with the others that are behind", async () => {
    await raiseTarget();
    await change("targets", "zhangsan:sales.confirmed:2026-03", { valueFen: 1 });
    expect(await checkedLedger()).toMatchObject({ difference: raised, counts: { behind: 2, beingPriced: 0 } });
  });
});

it("names what is wrong in itself before what is behind", async () => {
  await raiseTarget();
  await change("statements", "zhangsan:2026-03", { "statement.totals.amountFen": 1 });
  expect(await difference()).toContain("member zhangsan, period 2026-03, statement › totals › amountFen: expected");
});

it("names no plan that begins next month, nor what only that one asks for", async () => {
  const team = { name: "团队业绩", kind: "measure", code: "sales.confirmed", of: "team", period: "month" };
  await putVersion({ validFrom: "2026-04-01", inputs: [team] });
  expect(await difference()).toBeNull();
});

describe("a month whose pricing is on its way is no difference", () => {
  const beingPriced = { difference: null, counts: { behind: 0, beingPriced: 1 } };

  it.each([
    ["its own pricing", "statements.reprice", "statement.reprice", reprice],
    ["a move of the person", "statements.followMember", "member.moved", reprice],
    ["the target", "statements.followTargets", "target.published", { period: "2026-03", subjectIds: ["xiaowang"] }],
    ["a plan", "statements.followPlan", "plan.published", { code: "flat-internet", version: 1 }],
  ])("by %s", async (_, subscription, type, payload) => {
    await raiseTarget();
    await putQueued(subscription, type, payload);
    expect(await checkedLedger()).toMatchObject(beingPriced);
  });

  it.each([
    ["the result of the company", "statements.followUnit", "unitResult.changed", { unitId: "u1", period: "2026-03" }],
    ["the sum of the team", "performance.rollUp", "rollup.due", { unitId: "u4", period: "2026-03" }],
    ["the team's place", "statements.followUnitMove", "unit.moved", { unitId: "u4", period: "2026-03", cause: {} }],
  ])("by %s", async (_, subscription, type, payload) => {
    await teamHasGoneOn();
    await putQueued(subscription, type, payload);
    expect(await checkedLedger()).toMatchObject({ difference: null, counts: { behind: 0, beingPriced: 5 } });
  });
});

it.each([
  ["another person's pricing", "statements.reprice", "statement.reprice", { ...reprice, memberId: "xiaoli" }],
  ["another month's", "statements.reprice", "statement.reprice", { ...reprice, period: "2026-02" }],
  ["another team's result", "statements.followUnit", "unitResult.changed", { unitId: "u3", period: "2026-03" }],
  ["a message", "notices.send", "notice.send", reprice],
])("is not excused by %s in the queue", async (_, subscription, type, payload) => {
  await raiseTarget();
  await putQueued(subscription, type, payload);
  expect(await difference()).toBe(raised);
});

describe("a unit's sum", () => {
  const behind = "period 2026-03, sum of unit u4, sales.confirmed: by now 300,000.00, stands with 299,999.00";
  const due = { unitId: "u4", period: "2026-03" };
  /** Nobody has rolled up the team's last sale, nor anything that follows from it. */
  const loseRollUp = async () => {
    const less = async (id: string) => {
      const [unit] = await stored("unitSummaries", { _id: id });
      const sums = unit?.sums as Record<string, number>; // as roll-ups store it
      await change("unitSummaries", id, { sums: { ...sums, "sales.confirmed": (sums["sales.confirmed"] ?? 0) - 100 } });
    };
    for (const unitId of ["u4", "u2", "u1"]) await less(`${unitId}:2026-03`);
  };

  it("is named before what is paid by it, where its people have brought something else", async () => {
    await loseRollUp();
    expect(await difference()).toBe(behind);
  });

  it("is named with what was given up", async () => {
    await loseRollUp();
    await putQueued("performance.rollUp", "rollup.due", due, "dead");
    expect(await difference()).toBe(`${behind}; working it off was given up, which npm run outbox lists`);
  });

  it("is no difference while it is about to be rolled up, and with it what it pays", async () => {
    await loseRollUp();
    await putQueued("performance.rollUp", "rollup.due", due);
    expect(await checkedLedger()).toMatchObject({ difference: null, counts: { behind: 0, beingPriced: 5 } });
  });
});

describe("what a member has brought to a unit", () => {
  const at = "member zhangsan, period 2026-03, brought to unit u4";

  it("is named where the credits say something else", async () => {
    await change("memberSummaries", "u4:zhangsan:2026-03", { sums: { "sales.confirmed": 1 } });
    expect(await difference()).toBe(`${at}, customers.new: expected 1, found 0`);
  });

  it("is named where nobody has summed it up", async () => {
    await lookAt(() => collectionOf("memberSummaries").deleteOne({ _id: "u4:zhangsan:2026-03" }));
    expect(await difference()).toBe(`${at}: expected a sum, found nothing`);
  });
});

it("keeps the plans of a month that is so long past that no move is followed into it, but not its target", async () => {
  await putVersion({ validFrom: "2026-03-01" });
  expect(await checkedLedger("2027-02")).toMatchObject({ difference: expect.stringContaining("plans") as unknown });
  expect(await checkedLedger("2027-03")).toMatchObject({ difference: null, counts: { withOldPlans: 1 } });
  await change("targets", "lisi:sales.confirmed:2026-03", { valueFen: 1 });
  expect((await checkedLedger("2027-03")).difference).toContain("member lisi, period 2026-03, target of the member");
});

it("says of a month whose pricing was given up where that is to be seen", async () => {
  await raiseTarget();
  await putQueued("statements.reprice", "statement.reprice", reprice, "dead");
  expect(await difference()).toBe(`${raised}; working it off was given up, which npm run outbox lists`);
});

it("looks again at a month that is priced while it is looked at", async () => {
  await raiseTarget();
  await putQueued("statements.reprice", "statement.reprice", reprice);
  // Its own inputs have been read by then; the queue is read after that, when there is nothing left in it.
  const priced = whenRead("unitSummaries", (when, nth) =>
    when === "after" && nth === 1 ? world.workAll() : undefined,
  );
  const { difference: said, counts } = await checkedLedger().finally(priced.end);
  expect([said, counts.behind, counts.beingPriced]).toEqual([null, 0, 0]);
  expect(await stored("events")).toEqual([]);
});
