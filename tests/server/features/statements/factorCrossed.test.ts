import { manufacturingGroup } from "@shared/domain/pay/plans";
import {
  type Company,
  type Customer,
  givenConfirmedSale,
  givenCustomer,
  givenPlan,
  givenTargets,
  givenTeam,
  type Person,
  prepare,
} from "../../../support/given";

const wan = 1_000_000;

/** Two who sell 100 万 together; their pay is 0 below 80 % of the team and of the company, which are the same here. */
const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{}, {}] });
  const [rep, colleague] = team.reps;
  await givenPlan(company, { ...manufacturingGroup, scope: { orgUnits: [team.unitId] } });
  await givenTargets(company, [
    [rep, 50 * wan],
    [colleague, 50 * wan],
  ]);
  const [ofRep, ofColleague] = [
    await givenCustomer(company, { owner: rep }),
    await givenCustomer(company, { owner: colleague }),
  ];
  return { rep, colleague, ofRep, ofColleague };
});

let company: Company;
let rep: Person;
let colleague: Person;
let ofRep: Customer;
let ofColleague: Customer;
beforeEach(async () => {
  ({ company, rep, colleague, ofRep, ofColleague } = await start());
});

async function confirmed(by: Person, customer: Customer, amountFen: number): Promise<void> {
  await givenConfirmedSale(company, { rep: by, customer, amountFen });
  await company.workAll();
}

const moved = (told: string[]) => told.filter((sentence) => sentence.includes("的收入因"));

describe("when the result of others moves somebody's pay", () => {
  it("says so, and how much, to the fen", async () => {
    await confirmed(rep, ofRep, 50 * wan);
    expect((await company.statement(rep)).totals.estimatedFen).toBe(0);
    await confirmed(colleague, ofColleague, 30 * wan);
    const { totals } = await company.statement(rep);
    expect(totals.estimatedFen).toBeGreaterThan(0);
    expect(moved(company.toldTo(rep))).toEqual([
      `你的收入因团队达标变动 +${(totals.estimatedFen / 100).toLocaleString("en", { minimumFractionDigits: 2 })} 元。`,
    ]);
  });

  it("says nothing while the result stays within its band", async () => {
    await confirmed(rep, ofRep, 50 * wan);
    await confirmed(colleague, ofColleague, 30 * wan);
    await confirmed(colleague, ofColleague, 1 * wan);
    expect(moved(company.toldTo(rep))).toHaveLength(1);
  });

  it("does not say it again to whoever was told with the own sale that took the team there", async () => {
    await confirmed(rep, ofRep, 50 * wan);
    await confirmed(colleague, ofColleague, 30 * wan);
    expect((await company.statement(colleague)).totals.estimatedFen).toBeGreaterThan(0);
    expect(moved(company.toldTo(colleague))).toEqual([]);
  });

  it("says nothing of a fen below the edge", async () => {
    await confirmed(rep, ofRep, 50 * wan);
    await confirmed(colleague, ofColleague, 30 * wan - 1);
    expect(moved(company.toldTo(rep))).toEqual([]);
  });
});

/** The same two, and another team with as large a target: the company is not there when the first team is. */
const startWithOthers = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{}] });
  const other = await givenTeam(company, { reps: [{}] });
  const [rep] = team.reps;
  const [third] = other.reps;
  await givenPlan(company, { ...manufacturingGroup, scope: { orgUnits: [team.unitId] } });
  await givenTargets(company, [
    [rep, 50 * wan],
    [third, 50 * wan],
  ]);
  const ofRep = await givenCustomer(company, { owner: rep });
  return { rep, third, ofRep, ofThird: await givenCustomer(company, { owner: third }) };
});

it("says so of the company's result as well, which others of another team have moved", async () => {
  const given = await startWithOthers();
  ({ company } = given);
  await confirmed(given.rep, given.ofRep, 50 * wan);
  expect((await company.statement(given.rep)).totals.estimatedFen).toBe(0);
  await confirmed(given.third, given.ofThird, 30 * wan);
  const { totals } = await company.statement(given.rep);
  expect(totals.estimatedFen).toBeGreaterThan(0);
  expect(moved(company.toldTo(given.rep))).toEqual([
    `你的收入因公司达标变动 +${(totals.estimatedFen / 100).toLocaleString("en", { minimumFractionDigits: 2 })} 元。`,
  ]);
});
