import { randomUUID } from "node:crypto";
import { type BodyOf, contracts } from "@shared/contracts";
import { evaluate, type Plan } from "@shared/domain/pay";
import { internetCompany } from "@shared/domain/pay/plans";
import { plansUsedOf } from "../../../../server/features/plans";
import { readMonthState } from "../../../../server/features/statements/readMonthState";
import {
  type Company,
  type Customer,
  givenConfirmedSale,
  givenCustomer,
  givenMember,
  givenPlan,
  givenRep,
  givenTeam,
  type Person,
  prepare,
  givenPlanCheck,
} from "../../../support/given";
import { lookAt, stored } from "../../../support/testDatabase";

/* What is told of a month is what its plans give, whichever day of it they begin or end on. Today is 26 March. */

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{}, {}] });
  const [rep, colleague] = team.reps;
  await givenPlan(company, { scope: { orgUnits: [team.unitId] } });
  const customer = await givenCustomer(company, { owner: rep });
  const secondOfHr = await givenMember(company, { roles: ["hr"] });
  return { rep, colleague, secondOfHr, customer };
});

let company: Company;
let rep: Person;
let colleague: Person;
let secondOfHr: Person;
let customer: Customer;
beforeEach(async () => {
  ({ company, rep, colleague, secondOfHr, customer } = await start());
});

async function publish(rules: Plan): Promise<void> {
  const planId = `${rules.code}@${rules.version}`;
  const commandOf = (revision: number) => ({ commandId: randomUUID(), revision });
  // A test sends what a console would.
  const plan = rules as BodyOf<"plans.draft">["plan"];
  await company.as(secondOfHr).call("plans.draft", undefined, { ...commandOf(0), plan });
  await givenPlanCheck(planId);
  await company.as(secondOfHr).call("plans.submit", { planId }, commandOf(1));
  await company.as(company.hr).call("plans.publish", { planId }, commandOf(2));
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
  company.app.clock.set(`${day}T00:00:01+08:00`);
  await company.workAll();
}

it("is what another plan gives that begins and ends on days to come, at once and on these days", async () => {
  await givenConfirmedSale(company, { rep, customer, amountFen: 10_000_000 });
  await company.workAll();
  await publish({
    ...internetCompany,
    code: "by-the-event",
    validFrom: "2026-03-28",
    validTo: "2026-03-29",
    scope: { members: [rep.memberId] },
  });
  await company.workAll();
  expect((await told(rep.memberId)).plans).toMatchObject([
    { code: internetCompany.code, to: "2026-03-27" },
    { code: "by-the-event", from: "2026-03-28", to: "2026-03-29" },
    { code: internetCompany.code, from: "2026-03-30" },
  ]);
  for (const day of ["2026-03-28", "2026-03-30"]) {
    await dayComes(day);
    expect(await told(rep.memberId)).toEqual(await right(rep.memberId));
  }
});

it("is what a first plan gives that begins later in the month, for people who have been on none", async () => {
  const newcomer = await givenRep(company);
  await company.as(newcomer).call("today.read");
  await company.workAll();
  // As the example of a contract is: its type is wider.
  const flat = contracts["plans.draft"].example.body.plan as Plan;
  await publish({ ...flat, validFrom: "2026-03-28", scope: { orgUnits: [newcomer.team.unitId] } });
  await company.workAll();
  await dayComes("2026-03-28");
  expect((await told(newcomer.memberId)).plans).toMatchObject([{ code: "demo-flat", from: "2026-03-28" }]);
  expect(await told(newcomer.memberId)).toEqual(await right(newcomer.memberId));
});

it("is followed in April by a plan that begins in April and was published in March", async () => {
  const next = { ...internetCompany, version: 2, validFrom: "2026-04-01", scope: { members: [colleague.memberId] } };
  await publish(next);
  await company.workAll();
  expect(await stored("events")).toEqual([]);
  company.app.clock.set("2026-04-01T09:00:00+08:00");
  await company.as(rep).call("today.read");
  await company.workAll();
  const [april] = await stored("statements", { _id: `${rep.memberId}:2026-04` });
  expect((april?.plansUsed as { from: string; to: string }[]).filter(({ to }) => to > "2026-04-01")).toEqual([]);
});
