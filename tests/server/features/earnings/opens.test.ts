import {
  consumerGoods,
  internetCompany,
  manufacturingGroup,
  saasCompany,
  tutorialTiers,
} from "@shared/domain/pay/plans";
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

const period = "2026-03";
const plans = { internetCompany, manufacturingGroup, tutorialTiers, saasCompany, consumerGoods };

const start = prepare(async (company) => {
  const people: Record<string, { rep: Person; customer: Customer }> = {};
  for (const [name, plan] of Object.entries(plans)) {
    const team = await givenTeam(company, { reps: [{}] });
    const [rep] = team.reps;
    await givenPlan(company, { ...plan, scope: { orgUnits: [team.unitId] } });
    people[name] = { rep, customer: await givenCustomer(company, { owner: rep }) };
  }
  await givenTargets(
    company,
    Object.values(people).map(({ rep }) => [rep, 50_000_000] as const),
  );
  return { people };
});

let company: Company;
let people: Record<string, { rep: Person; customer: Customer }>;
beforeEach(async () => {
  ({ company, people } = await start());
});

const of = (name: keyof typeof plans) => {
  const found = people[name];
  if (!found) throw new Error(`nobody is on ${name}`);
  return found;
};
async function linesOf({ rep }: { rep: Person }) {
  await company.workAll();
  const { lines } = await company.statement(rep);
  return Promise.all(lines.map(({ lineId }) => company.as(rep).call("statements.line", { period, lineId })));
}

describe("a number of a line", () => {
  it.each(Object.keys(plans) as (keyof typeof plans)[])("says where it comes from, each of %s", async (name) => {
    const { rep, customer } = of(name);
    const sale = await givenConfirmedSale(company, { rep, customer, amountFen: 30_000_000 });
    const lines = await linesOf(of(name));
    const values = lines.flatMap(({ formula }) => formula.filter(({ label }) => label !== null));
    expect(values.length).toBeGreaterThan(0);
    expect(values.filter(({ source }) => !source)).toEqual([]);
    expect(values.filter(({ opens, saleId }) => (opens === "sale") !== (saleId !== null))).toEqual([]);
    expect(new Set(values.flatMap(({ saleId }) => saleId ?? []))).toEqual(
      new Set(values.some(({ opens }) => opens === "sale") ? [sale.saleId] : []),
    );
    expect(lines.filter(({ rule }) => rule.amount === "")).toEqual([]);
  });

  it("opens the sale where it is a sale's amount, and the rule where it is a rate", async () => {
    const { rep, customer } = of("internetCompany");
    const sale = await givenConfirmedSale(company, { rep, customer, amountFen: 10_000_000 });
    const [line] = (await linesOf({ rep })).filter((one) => one.line.kind === "提成");
    expect(line?.formula.filter(({ label }) => label !== null)).toMatchObject([
      { text: "100,000.00", opens: "sale", saleId: sale.saleId },
      { text: "1.5%", opens: "rule" },
    ]);
    expect(line?.rule).toEqual({ when: null, amount: "金额 × 1.5%" });
    expect(line?.plan.version).toBe(1);
  });

  it("opens the team where it is the team's, with what its result was", async () => {
    const { rep, customer } = of("manufacturingGroup");
    await givenConfirmedSale(company, { rep, customer, amountFen: 45_000_000 });
    const [line] = await linesOf({ rep });
    const factor = line?.formula.find(({ opens }) => opens === "team");
    expect(factor?.source).toContain("实际 450,000.00 ÷ 目标 500,000.00");
  });
});

describe("a line of 0", () => {
  it("has the sales behind it beside its reason", async () => {
    const { rep, customer } = of("manufacturingGroup");
    const sales = [
      await givenConfirmedSale(company, { rep, customer, amountFen: 1_000_000 }),
      await givenConfirmedSale(company, { rep, customer, amountFen: 2_000_000 }),
    ];
    const [line] = await linesOf({ rep });
    expect(line?.line).toMatchObject({ amountFen: 0 });
    expect(line?.line.sentence).toContain("团队系数 0");
    expect(line?.sales.map(({ saleId, allocatedFen }) => ({ saleId, allocatedFen }))).toEqual(
      expect.arrayContaining(sales.map(({ saleId }) => ({ saleId, allocatedFen: 0 }))),
    );
    expect(line?.sales).toHaveLength(2);
  });
});
