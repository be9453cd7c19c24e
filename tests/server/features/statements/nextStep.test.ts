import { sumFen } from "@shared/domain/money";
import { manufacturingGroup, tutorialTiers } from "@shared/domain/pay/plans";
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
const period = "2026-03";

const start = prepare(async (company) => {
  const tiers = await givenTeam(company, { reps: [{}] });
  const byTeam = await givenTeam(company, { reps: [{}, {}] });
  await givenPlan(company, { ...tutorialTiers, scope: { orgUnits: [tiers.unitId] } });
  await givenPlan(company, { ...manufacturingGroup, scope: { orgUnits: [byTeam.unitId] } });
  const [ofTiers] = tiers.reps;
  const [ofTeam, colleague] = byTeam.reps;
  await givenTargets(company, [
    [ofTiers, 100 * wan],
    [ofTeam, 50 * wan],
    [colleague, 50 * wan],
  ]);
  const customerOf = (owner: Person) => givenCustomer(company, { owner });
  const customers = [await customerOf(ofTiers), await customerOf(ofTeam), await customerOf(colleague)] as const;
  return { ofTiers, ofTeam, colleague, customers };
});

let company: Company;
let ofTiers: Person;
let ofTeam: Person;
let colleague: Person;
let customers: readonly [Customer, Customer, Customer];
beforeEach(async () => {
  ({ company, ofTiers, ofTeam, colleague, customers } = await start());
});

const next = (person: Person) => company.as(person).call("statements.nextStep", { period });
async function payOf(person: Person): Promise<number> {
  await company.workAll();
  return sumFen((await company.statement(person)).lines.map(({ amountFen }) => amountFen));
}

describe("what the next step brings", () => {
  it("is the next tier, which then brings what was promised", async () => {
    await givenConfirmedSale(company, { rep: ofTiers, customer: customers[0], amountFen: 15 * wan });
    const beforeFen = await payOf(ofTiers);
    const { own } = await next(ofTiers);
    // 20 万 itself still pays 1.5 %.
    expect(own).toMatchObject({ amountFen: 5 * wan + 1, reaches: "tier" });
    await givenConfirmedSale(company, { rep: ofTiers, customer: customers[0], amountFen: own?.amountFen ?? 0 });
    expect((await payOf(ofTiers)) - beforeFen).toBe(own?.gainFen);
  });

  it("is the team's step where nothing has come so far, which then brings what was promised", async () => {
    await givenConfirmedSale(company, { rep: ofTiers, customer: customers[0], amountFen: 120 * wan });
    await givenConfirmedSale(company, { rep: ofTeam, customer: customers[1], amountFen: 50 * wan });
    expect(await payOf(ofTeam)).toBe(0);
    const { zero, team } = await next(ofTeam);
    expect(zero).toContain("团队完成率 50%");
    expect(team).toMatchObject({ missingFen: 30 * wan, edge: "0.8" });
    await givenConfirmedSale(company, { rep: colleague, customer: customers[2], amountFen: team?.missingFen ?? 0 });
    expect(await payOf(ofTeam)).toBe(team?.gainFen);
    expect((await next(ofTeam)).zero).toBeNull();
  });

  it("is nothing of a month that is over", async () => {
    company.app.clock.set("2026-04-02T09:00:00+08:00");
    expect(await next(ofTiers)).toEqual({ own: null, team: null, zero: null });
  });
});
