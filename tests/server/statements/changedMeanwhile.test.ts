import { randomUUID } from "node:crypto";
import { type BodyOf, contracts, type SaleView } from "@shared/contracts";
import { canonicalJson, evaluate } from "@shared/domain/pay";
import { syncDirectory } from "../../../server/features/members";
import { readMonthState } from "../../../server/features/statements";
import { startDemoWorld, type DemoWorld } from "../../support/demoWorld";
import { holdNextTransaction } from "../../support/heldTransaction";
import { stored } from "../../support/testDatabase";

/*
 * A sale is decided on by what was read, and written a moment later. What others put in force in between, and have worked off by
 * then, must not be lost for it, however long that moment is.
 */

let world: DemoWorld;
beforeEach(async () => {
  world = await startDemoWorld();
});

// As the example of a contract is: its type is wider.
const flat = contracts["plans.draft"].example.body.plan as BodyOf<"plans.draft">["plan"];

/** The first plan of 小李's new team, whose people have been on none: it may begin at once. */
async function publishFirstPlan(): Promise<void> {
  const commandOf = (revision: number) => ({ commandId: randomUUID(), revision });
  const plan = { ...flat, validFrom: "2026-04-02", scope: { orgUnits: ["u7"] } };
  const role = { commandId: randomUUID(), role: "hr" as const, unitId: null, lastOn: null };
  await world.as("zhoumin").call("roles.grant", { memberId: "linjing" }, role);
  await world.as("linjing").call("plans.draft", undefined, { ...commandOf(0), plan });
  await world.as("linjing").call("plans.submit", { planId: "demo-flat@1" }, commandOf(1));
  await world.as("zhoumin").call("plans.publish", { planId: "demo-flat@1" }, commandOf(2));
}

async function move(memberId: string, department: number): Promise<void> {
  world.app.wecom.putMember({ userid: memberId, department: [department] });
  await syncDirectory(world.app.deps);
}

const linesOf = async (memberId: string, period: string) =>
  (await world.statement(memberId, period)).lines
    .filter(({ kind }) => kind === "提成")
    .map((line) => line.componentCode);

/** Something is put in force, and worked off, after a confirmation has decided and before it writes. */
async function whileConfirming(leaderId: string, sale: SaleView, change: () => Promise<void>): Promise<void> {
  const held = holdNextTransaction();
  const confirmed = world.confirmSale(leaderId, sale);
  try {
    await held.reached;
    await change();
    await world.workAll();
  } finally {
    held.release();
  }
  await confirmed;
}

it("pays by a plan that came in force while the first sale of the month was being confirmed", async () => {
  const customerId = await world.addCustomer("xiaoli");
  world.app.wecom.putDepartment({ id: 7, name: "渠道队", parentId: 2, leaders: [] });
  await move("xiaoli", 7);
  world.app.passRealTime({ seconds: 6 });
  await world.workAll();
  world.app.clock.set("2026-04-02T09:00:00+08:00");
  const sale = await world.submitSale("xiaoli", customerId, 10_000_000, "2026-04-02");
  expect(await stored("statements", { _id: "xiaoli:2026-04" })).toEqual([]);

  await whileConfirming("linjing", sale, publishFirstPlan);
  await world.workAll();

  expect(await linesOf("xiaoli", "2026-04")).toEqual(["commission"]);
});

it("pays by the plan of the team where the day has begun, whoever leaves it while a sale is being confirmed", async () => {
  await world.statement("xiaowang");
  await world.workAll();
  const sale = await world.submitSale("xiaowang", "c-haiyue", 10_000_000);

  // On the day that it is signed he comes to a department without a plan. What a day has earned is not taken back on it: his place, and
  // with it his plan, ends with the day.
  await whileConfirming("chenhao", sale, () => move("xiaowang", 5));

  expect(await linesOf("xiaowang", "2026-03")).toEqual(["commission"]);
  const month = await readMonthState("xiaowang", "2026-03");
  expect(canonicalJson(month.stored)).toBe(canonicalJson(evaluate(month.assignments, month.book)));
  expect(month.stored?.lines.map(({ segment: { teamId, to } }) => [teamId, to])).toContainEqual(["u3", "2026-03-26"]);
});
