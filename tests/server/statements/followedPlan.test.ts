import { randomUUID } from "node:crypto";
import { type BodyOf, contracts } from "@shared/contracts";
import { evaluate, type Plan } from "@shared/domain/pay";
import { internetCompany } from "@shared/domain/pay/plans";
import { syncDirectory } from "../../../server/features/members";
import { plansUsedOf } from "../../../server/features/plans";
import { readMonthState } from "../../../server/features/statements/readMonthState";
import { type DemoWorld, startDemoWorld } from "../../support/demoWorld";
import { lookAt, stored } from "../../support/testDatabase";

/* What is told of a month is what its plans give, whichever day of it they begin or end on. Today is 26 March. */

let world: DemoWorld;
beforeEach(async () => {
  world = await startDemoWorld();
  const role = { commandId: randomUUID(), role: "hr" as const, unitId: null, lastOn: null };
  await world.as("zhoumin").call("roles.grant", { memberId: "linjing" }, role);
});

async function publish(rules: Plan): Promise<void> {
  const planId = `${rules.code}@${rules.version}`;
  const commandOf = (revision: number) => ({ commandId: randomUUID(), revision });
  // A test sends what a console would.
  const plan = rules as BodyOf<"plans.draft">["plan"];
  await world.as("linjing").call("plans.draft", undefined, { ...commandOf(0), plan });
  await world.as("linjing").call("plans.submit", { planId }, commandOf(1));
  await world.as("zhoumin").call("plans.publish", { planId }, commandOf(2));
}

interface Told {
  plans: unknown;
  lines: unknown;
}

const told = async (memberId: string): Promise<Told> => {
  const [month] = await stored("statements", { _id: `${memberId}:2026-03` });
  return { plans: month?.plansUsed, lines: (month?.statement as { lines: unknown }).lines };
};

/** What facts and plans give now, as a full recomputation has it. */
const right = async (memberId: string): Promise<Told> => {
  const { assignments, book } = await lookAt(() => readMonthState(memberId, "2026-03"));
  return { plans: plansUsedOf(assignments), lines: JSON.parse(JSON.stringify(evaluate(assignments, book).lines)) };
};

async function dayComes(day: string): Promise<void> {
  world.app.clock.set(`${day}T00:00:01+08:00`);
  await world.workAll();
}

it("is what another plan gives that begins and ends on days to come, at once and on these days", async () => {
  await world.sale("xiaowang", "c-haiyue", 10_000_000);
  await world.workAll();
  await publish({
    ...internetCompany,
    code: "by-the-event",
    validFrom: "2026-03-28",
    validTo: "2026-03-29",
    scope: { members: ["xiaowang"] },
  });
  await world.workAll();
  expect((await told("xiaowang")).plans).toMatchObject([
    { code: internetCompany.code, to: "2026-03-27" },
    { code: "by-the-event", from: "2026-03-28", to: "2026-03-29" },
    { code: internetCompany.code, from: "2026-03-30" },
  ]);
  for (const day of ["2026-03-28", "2026-03-30"]) {
    await dayComes(day);
    expect(await told("xiaowang")).toEqual(await right("xiaowang"));
  }
});

it("is what a first plan gives that begins later in the month, for people who have been on none", async () => {
  world.app.wecom.putMember({ userid: "sunwei", department: [5] });
  await syncDirectory(world.app.deps);
  await world.as("sunwei").call("today.read");
  await world.workAll();
  // As the example of a contract is: its type is wider.
  const flat = contracts["plans.draft"].example.body.plan as Plan;
  await publish({ ...flat, validFrom: "2026-03-28", scope: { orgUnits: ["u5"] } });
  await world.workAll();
  await dayComes("2026-03-28");
  expect((await told("sunwei")).plans).toMatchObject([{}, { code: "demo-flat", from: "2026-03-28" }]);
  expect(await told("sunwei")).toEqual(await right("sunwei"));
});

it("is followed in April by a plan that begins in April and was published in March", async () => {
  const next = { ...internetCompany, version: 2, validFrom: "2026-04-01", scope: { members: ["xiaoli"] } };
  await publish(next);
  await world.workAll();
  expect(await stored("events")).toEqual([]);
  world.app.clock.set("2026-04-01T09:00:00+08:00");
  await world.as("xiaowang").call("today.read");
  await world.workAll();
  const [april] = await stored("statements", { _id: "xiaowang:2026-04" });
  expect((april?.plansUsed as { from: string; to: string }[]).filter(({ to }) => to > "2026-04-01")).toEqual([]);
});
