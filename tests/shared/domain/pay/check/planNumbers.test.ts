import { planFaults } from "@shared/domain/pay";
import { planNumbers, withNumbers, withOneExample, withRowCount } from "@shared/domain/pay/check";
import {
  commissionAndVisits,
  consumerGoods,
  internetCompany,
  manufacturingGroup,
  pharmaCompany,
  saasCompany,
  tutorialTiers,
} from "@shared/domain/pay/plans";

const shipped = [internetCompany, tutorialTiers, saasCompany, consumerGoods, pharmaCompany, manufacturingGroup];
const pathsOf = (plan: typeof internetCompany) =>
  Object.fromEntries(planNumbers(plan).map(({ path, unit, value }) => [path, `${value} ${unit}`]));

describe("the numbers of a plan", () => {
  it("are its rates, sums and conditions as a person types them", () => {
    expect(pathsOf(withOneExample(internetCompany))).toEqual({
      "commission.amount.0": "1.5 percent",
      "new-customer.when.0": "10000 yuan",
      "new-customer.amount.0": "500 yuan",
      "commission.due": "5 day",
      "example.金额": "100000 yuan",
    });
  });

  it("are the edges and rates of its tables", () => {
    expect(pathsOf(withOneExample(tutorialTiers))).toMatchObject({
      "佣金阶梯.0.edge": "100000 yuan",
      "佣金阶梯.0.value": "1 percent",
      "佣金阶梯.1.value": "1.5 percent",
      "佣金阶梯.2.value": "2 percent",
      "over-bonus.when.0": "120 percent",
      "example.个人完成率": "25 percent",
    });
  });

  it("of a table are read right after the part that pays by it", () => {
    const paths = planNumbers(withOneExample(tutorialTiers)).map(({ path }) => path);
    expect(paths.indexOf("佣金阶梯.0.edge")).toBeLessThan(paths.indexOf("over-bonus.when.0"));
  });

  it.each(shipped.map((plan) => [plan.name, plan] as const))(
    "of %s leave it as it is where none is changed",
    (_, plan) => {
      const one = withOneExample(plan);
      const values = Object.fromEntries(planNumbers(one).map(({ path, value }) => [path, value]));
      const same = withNumbers(one, values);
      expect([same.components, same.tables]).toEqual([plan.components, plan.tables]);
      expect(planFaults(same)).toEqual([]);
    },
  );
});

describe("a plan with other numbers", () => {
  it("is paid out on another day, and what is paid at once stays so", () => {
    const plan = withNumbers(withOneExample(internetCompany), { "commission.due": "15" });
    expect(plan.components.map(({ pay }) => pay?.[0]?.due)).toEqual(["次月15日", "立即"]);
    expect(planFaults(plan)).toEqual([]);
  });

  it("pays an allowance for each visit beside its commission", () => {
    const plan = withNumbers(withOneExample(commissionAndVisits), { "visit-allowance.amount.0": "80" });
    expect(plan.examples[0]?.expect).toMatchObject({ commission: "1500.00元", "visit-allowance": "80.00元" });
    expect(planFaults(plan)).toEqual([]);
  });

  it("has one tier more above twice the last edge, or one less", () => {
    const rowsOf = (count: number) => withRowCount(tutorialTiers, "佣金阶梯", count).tables[0]?.rows;
    expect(rowsOf(4)).toEqual([
      { upTo: "100000", includes: false, value: "0.01" },
      { upTo: "200000", includes: true, value: "0.015" },
      { upTo: "400000", includes: true, value: "0.02" },
      { upTo: null, value: "0.02" },
    ]);
    expect(rowsOf(2)).toEqual([
      { upTo: "100000", includes: false, value: "0.01" },
      { upTo: null, value: "0.015" },
    ]);
    expect(planFaults(withOneExample(withRowCount(tutorialTiers, "佣金阶梯", 5)))).toEqual([]);
  });

  it("says them in its formula", () => {
    const plan = withNumbers(withOneExample(internetCompany), { "commission.amount.0": "2.25" });
    expect(plan.components[0]?.amount).toBe("金额 × 2.25%");
  });

  it("promises in its example what the engine pays by them", () => {
    const plan = withNumbers(withOneExample(internetCompany), {
      "commission.amount.0": "2",
      "new-customer.amount.0": "800",
      "example.金额": "50000",
    });
    expect(plan.examples).toEqual([
      {
        name: "金额 50000元，首单金额 50000元",
        given: { 金额: "50000元", 首单金额: "50000元" },
        expect: { commission: "1000.00元", "new-customer": "800.00元" },
      },
    ]);
    expect(planFaults(plan)).toEqual([]);
  });

  it("reckons by another edge of its tiers", () => {
    const plan = withNumbers(withOneExample(tutorialTiers), {
      "佣金阶梯.0.edge": "40000",
      "佣金阶梯.1.value": "3",
      "example.个人业绩": "50000",
    });
    expect(plan.examples[0]?.expect).toMatchObject({ commission: "1500.00元" });
  });

  it("is faulty where its edges are out of order", () => {
    const plan = withNumbers(withOneExample(tutorialTiers), { "佣金阶梯.0.edge": "900000" });
    expect(planFaults(plan)).not.toEqual([]);
  });
});
