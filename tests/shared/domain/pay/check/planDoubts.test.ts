import { type Plan, planDoubts, planReport } from "@shared/domain/pay";
import { withNumbers, withOneExample } from "@shared/domain/pay/check";
import {
  consumerGoods,
  internetCompany,
  manufacturingGroup,
  manufacturingGroupLiteral,
  pharmaCompany,
  raisedReward,
  saasCompany,
  tutorialTiers,
} from "@shared/domain/pay/plans";

const doubtsOf = (plan: Plan) => planDoubts(plan, planReport(plan).findings);
const shipped = [
  internetCompany,
  tutorialTiers,
  saasCompany,
  consumerGoods,
  pharmaCompany,
  manufacturingGroup,
  ...raisedReward,
];
const flatWith = (values: Record<string, string>) => withNumbers(withOneExample(internetCompany), values);
const tiersWith = (values: Record<string, string>) => withNumbers(withOneExample(tutorialTiers), values);

describe("what in a plan is asked about before it goes to review", () => {
  it.each(shipped.map((plan) => [plan.name, plan] as const))("is nothing of %s", (_, plan) => {
    expect(doubtsOf(plan)).toEqual([]);
  });

  it("is a commission that pays more than was sold, with what 10万 then pay", () => {
    expect(doubtsOf(flatWith({ "commission.amount.0": "150" }))).toEqual([
      {
        code: "paysMuch",
        path: "components.commission.amount",
        of: { name: "销售提成", nameEn: "Sales commission" },
        saleFen: 10_000_000,
        paysFen: 15_000_000,
      },
    ]);
  });

  it("is a commission of more than half, and none of exactly half", () => {
    expect(doubtsOf(flatWith({ "commission.amount.0": "50" }))).toEqual([]);
    expect(doubtsOf(flatWith({ "commission.amount.0": "50.1" }))).toHaveLength(1);
  });

  it("is a tier far above that of 10万, with what its own sales pay", () => {
    expect(doubtsOf(tiersWith({ "佣金阶梯.2.value": "200" }))).toMatchObject([
      { code: "paysMuch", saleFen: 40_000_000, paysFen: 80_000_000 },
    ]);
  });

  it("is a rate that is too high for any sum to be counted", () => {
    expect(doubtsOf(flatWith({ "commission.amount.0": "999999999999" }))).toMatchObject([{ code: "paysMuch" }]);
  });

  it("is a tier that pays less than the one below it", () => {
    expect(doubtsOf(tiersWith({ "佣金阶梯.1.value": "0.5" }))).toEqual([
      {
        code: "tierFalls",
        path: "tables.佣金阶梯.rows.1",
        of: { name: "佣金阶梯", nameEn: "commission tiers" },
        row: 1,
        value: "0.005",
        before: "0.01",
      },
    ]);
  });

  it("is a reward above the first order that is enough for it", () => {
    expect(doubtsOf(flatWith({ "new-customer.amount.0": "15000" }))).toEqual([
      {
        code: "paysMuch",
        path: "components.new-customer.amount",
        of: { name: "新客户奖励", nameEn: "New-client reward" },
        saleFen: 1_000_000,
        paysFen: 1_500_000,
      },
    ]);
  });

  it("is a bonus that is the whole of what was sold", () => {
    expect(doubtsOf(manufacturingGroupLiteral)).toMatchObject([
      { code: "paysMuch", paysFen: 14_400_000 },
      { code: "quadratic" },
    ]);
  });
});
