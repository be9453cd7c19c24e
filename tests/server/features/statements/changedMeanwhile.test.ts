import { randomUUID } from "node:crypto";
import { type BodyOf, contracts, type SaleView } from "@shared/contracts";
import { canonicalJson, evaluate } from "@shared/domain/pay";
import { readMonthState } from "../../../../server/features/statements";
import {
  type Company,
  companyUnitId,
  confirm,
  type Customer,
  givenCustomer,
  givenMember,
  givenPlan,
  givenSale,
  givenTeam,
  move,
  type Person,
  prepare,
  type Team,
  givenPlanCheck,
} from "../../../support/given";
import { holdNextTransaction } from "../../../support/heldTransaction";
import { stored } from "../../../support/testDatabase";

/*
 * A sale is decided on by what was read, and written a moment later. What others put in force in between, and have worked off by
 * then, must not be lost for it, however long that moment is.
 */

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{}, {}] });
  const { manager } = team;
  const [rep, colleague] = team.reps;
  await givenPlan(company, { scope: { orgUnits: [team.unitId] } });
  const customer = await givenCustomer(company, { owner: rep });
  const secondOfHr = await givenMember(company, { roles: ["hr"] });
  return { team, manager, rep, colleague, secondOfHr, customer };
});

let company: Company;
let team: Team;
let manager: Person;
let rep: Person;
let colleague: Person;
let secondOfHr: Person;
let customer: Customer;
beforeEach(async () => {
  ({ company, team, manager, rep, colleague, secondOfHr, customer } = await start());
});

// As the example of a contract is: its type is wider.
const flat = contracts["plans.draft"].example.body.plan as BodyOf<"plans.draft">["plan"];

/** The first plan of a team whose people have been on none: it may begin at once. */
async function publishFirstPlan({ unitId }: Team): Promise<void> {
  const commandOf = (revision: number) => ({ commandId: randomUUID(), revision });
  const plan = { ...flat, validFrom: "2026-04-02", scope: { orgUnits: [unitId] } };
  await company.as(secondOfHr).call("plans.draft", undefined, { ...commandOf(0), plan });
  await givenPlanCheck("demo-flat@1");
  await company.as(secondOfHr).call("plans.submit", { planId: "demo-flat@1" }, commandOf(1));
  await company.as(company.hr).call("plans.publish", { planId: "demo-flat@1" }, commandOf(2));
}

const linesOf = async (person: Person, period: string) =>
  (await company.statement(person, period)).lines
    .filter(({ kind }) => kind === "提成")
    .map((line) => line.componentCode);

/** Something is put in force, and worked off, after a confirmation has decided and before it writes. */
async function whileConfirming(leader: Person, sale: SaleView, change: () => Promise<void>): Promise<void> {
  const held = holdNextTransaction();
  const confirmed = confirm(company, sale, leader);
  try {
    await held.reached;
    await change();
    await company.workAll();
  } finally {
    held.release();
  }
  await confirmed;
}

it("pays by a plan that came in force while the first sale of the month was being confirmed", async () => {
  const own = await givenCustomer(company, { owner: colleague });
  const newTeam = await givenTeam(company);
  await move(company, colleague, newTeam);
  await company.workAll();
  company.app.clock.set("2026-04-02T09:00:00+08:00");
  const sale = await givenSale(company, {
    rep: colleague,
    customer: own,
    amountFen: 10_000_000,
    signedOn: "2026-04-02",
  });
  expect(await stored("statements", { _id: `${colleague.memberId}:2026-04` })).toEqual([]);

  await whileConfirming(company.finance, sale, () => publishFirstPlan(newTeam));
  await company.workAll();

  expect(await linesOf(colleague, "2026-04")).toEqual(["commission"]);
});

it("pays by the plan of the team where the day has begun, whoever leaves it while a sale is being confirmed", async () => {
  await company.statement(rep);
  await company.workAll();
  const sale = await givenSale(company, { rep, customer, amountFen: 10_000_000 });

  // On the day that it is signed he comes to a department without a plan. What a day has earned is not taken back on it: his place, and
  // with it his plan, ends with the day.
  await whileConfirming(manager, sale, () => move(company, rep, { unitId: companyUnitId }));

  expect(await linesOf(rep, "2026-03")).toEqual(["commission"]);
  const month = await readMonthState(rep.memberId, "2026-03");
  expect(canonicalJson(month.stored)).toBe(canonicalJson(evaluate(month.assignments, month.book)));
  expect(month.stored?.lines.map(({ segment: { teamId, to } }) => [teamId, to])).toContainEqual([
    team.unitId,
    "2026-03-26",
  ]);
});
