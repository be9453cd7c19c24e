import { creditsOf, type Fact, type PeriodComponent, type Plan } from "@shared/domain/pay";
import { inTransaction } from "../../../../server/db";
import { ProcessCaches } from "../../../../server/lib/perProcess";
import { readMonthState } from "../../../../server/features/statements";
import { prepareBooking } from "../../../../server/features/statements/prepareBooking";
import { requestMonths } from "../../../../server/features/statements/requestPricing";
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
  type Team,
} from "../../../support/given";
import { checkedLedger } from "../../../support/ledger";

/*
 * Growth, quarters and years look at what other months came to: these are given to a month as they stand, and it follows them.
 */

const monthly: Pick<PeriodComponent, "kind" | "grain" | "period" | "pay"> = {
  ...{ kind: "奖金", grain: "period", period: "month" },
  pay: [{ share: "1", when: "earned", due: "次月5日" }],
};
const sales = { code: "sales.confirmed", of: "member" } as const;
const paying: Pick<Plan, "inputs" | "tables" | "components" | "stacking" | "examples"> = {
  inputs: [
    { name: "增长率", nameEn: "growth", kind: "growth", ...sales, period: "month" },
    { name: "季度业绩", nameEn: "quarter", kind: "measure", ...sales, period: "quarter" },
    { name: "团队季度完成率", nameEn: "team", kind: "attainment", ...sales, of: "team", period: "quarter" },
  ],
  tables: [],
  components: [
    { ...monthly, code: "growth", name: "增长奖", nameEn: "Growth", when: "增长率 ≥ 15%", amount: "2000元" },
    { ...monthly, code: "quarter", name: "季度奖", nameEn: "Quarter", amount: "季度业绩 × 1%" },
    { ...monthly, code: "team", name: "团队奖", nameEn: "Team", amount: "团队季度完成率 × 1000元" },
  ],
  stacking: [],
  examples: [
    { name: "季度", given: { 季度业绩: "100元", 增长率: "0", 团队季度完成率: "1" }, expect: { quarter: "1元" } },
  ],
};

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{ memberId: "li.na" }, { memberId: "zhang.wei" }] });
  const [rep, colleague] = team.reps;
  await givenPlan(company, { scope: { orgUnits: [team.unitId] }, ...paying });
  for (const period of ["2026-01", "2026-02", "2026-03"])
    await givenTargets(
      company,
      [
        [rep, 5_000_000],
        [colleague, 5_000_000],
      ],
      { period },
    );
  return { team, rep, colleague, customer: await givenCustomer(company, { owner: rep }) };
});

let company: Company;
let team: Team;
let rep: Person;
let colleague: Person;
let customer: Customer;
beforeEach(async () => {
  ({ company, team, rep, colleague, customer } = await start({ now: "2026-03-10T10:05:00+08:00" }));
});

/** An order of an earlier month that the books get today. */
async function booked(whose: Person, id: string, on: string, amountFen: number, teamId = team.unitId): Promise<void> {
  const { memberId } = whose;
  const fact: Fact = {
    ...{ id: `sale:${id}`, kind: "sale", revision: 1, source: "import", recordedAt: "2026-03-10T02:05:00.000Z" },
    ...{ on, countsOn: on, bookedIn: on.slice(0, 7), saleId: id, customerId: customer.customerId, amountFen },
    credits: creditsOf(amountFen, [{ memberId, role: "owner", share: "1", teamId }]),
  };
  // As another process books it, which holds no month.
  const deps = { ...company.app.deps, caches: new ProcessCaches() };
  const booking = await prepareBooking(deps, [fact], [{ kind: "sale", id }]);
  await inTransaction((session) => booking.write(session));
}

const followed = async () => {
  await company.workAll();
  company.app.passRealTime({ seconds: 31 });
  await company.workAll();
};

const marchOf = async ({ memberId }: Person) => {
  const { stored: statement } = await readMonthState(memberId, "2026-03");
  return Object.fromEntries(statement?.lines.map((line) => [line.id, line.amountFen]) ?? []);
};

it("pays a quarter by its months and growth against the month before", async () => {
  await booked(rep, "jan", "2026-01-15", 1_000_000);
  await booked(rep, "feb", "2026-02-15", 2_000_000);
  await givenConfirmedSale(company, { rep, customer, amountFen: 2_300_000 });
  expect(await marchOf(rep)).toMatchObject({ growth: 200_000, quarter: 53_000 });
});

it("follows an order that comes later and counts in an earlier month", async () => {
  const { unitId, reps } = await givenTeam(company, { reps: [{}] });
  const [alone] = reps;
  const [growth, quarter] = paying.components;
  const own = {
    ...paying,
    inputs: paying.inputs.slice(0, 2),
    components: [growth, quarter].flatMap((one) => one ?? []),
  };
  const examples = [{ name: "季度", given: { 季度业绩: "100元", 增长率: "0" }, expect: { quarter: "1元" } }];
  await givenPlan(company, { code: "own", scope: { orgUnits: [unitId] }, ...own, examples });
  const ofAlone = await givenCustomer(company, { owner: alone });
  await booked(alone, "feb", "2026-02-15", 2_000_000, unitId);
  await givenConfirmedSale(company, { rep: alone, customer: ofAlone, amountFen: 2_300_000 });
  expect(await marchOf(alone)).toMatchObject({ growth: 200_000, quarter: 43_000 });
  await followed();
  await booked(alone, "late", "2026-02-20", 1_000_000, unitId);
  await followed();
  expect(await marchOf(alone)).toMatchObject({ growth: 0, quarter: 53_000 });
  expect(await checkedLedger()).toMatchObject({ difference: null });
});

it("follows what colleagues brought to the team in earlier months, and its targets of the quarter", async () => {
  await givenConfirmedSale(company, { rep, customer, amountFen: 3_000_000 });
  await followed();
  expect(await marchOf(rep)).toMatchObject({ team: 10_000 });
  await booked(colleague, "feb", "2026-02-15", 12_000_000);
  await followed();
  expect(await marchOf(rep)).toMatchObject({ team: 50_000 });
  expect(await checkedLedger()).toMatchObject({ difference: null });
});

it("gives nothing of other months to whose plans ask for none", async () => {
  const others = await givenTeam(company, { reps: [{}] });
  await givenPlan(company, { code: "plain", scope: { orgUnits: [others.unitId] } });
  const [other] = others.reps;
  const { book } = await readMonthState(other.memberId, "2026-03");
  expect(book.given.filter(({ period }) => period !== "2026-03")).toEqual([]);
});

describe("layers of a team by its month before", () => {
  const layered: typeof paying = {
    ...paying,
    inputs: [
      {
        ...{ name: "层级", nameEn: "layer", kind: "layer", code: "sales", period: "month" },
        rule: { by: "sales.confirmed", cohort: "team", shares: ["0.2", "0.6", "0.2"], from: "previousPeriod" },
      },
    ],
    components: [{ ...monthly, code: "layer", name: "层级奖", nameEn: "Layer", amount: "层级 × 100元" }],
    examples: [{ name: "上层", given: { 层级: "1" }, expect: { layer: "100元" } }],
  };

  it("are the same for all whom the plan pays, and follow what comes later", async () => {
    const { unitId, reps } = await givenTeam(company, { reps: [{}, {}, {}, {}, {}] });
    await givenPlan(company, { code: "layered", scope: { orgUnits: [unitId] }, ...layered });
    const layersNow = async () => {
      await followed();
      return Promise.all(reps.map(async (one) => (await marchOf(one)).layer));
    };
    const [first, second, third] = reps;
    await booked(first, "a", "2026-02-15", 3_000_000, unitId);
    await booked(second, "b", "2026-02-15", 2_000_000, unitId);
    const { deps } = company.app;
    await requestMonths(deps, { at: deps.clock.now(), runId: "morning" });
    // Three have sold nothing: equal results are in the higher layer.
    expect(await layersNow()).toEqual([10_000, 20_000, 20_000, 20_000, 20_000]);
    await booked(third, "c", "2026-02-16", 4_000_000, unitId);
    expect(await layersNow()).toEqual([20_000, 20_000, 10_000, 20_000, 20_000]);
    expect(await checkedLedger()).toMatchObject({ difference: null });
  });
});
