import { planFaults, runExamples } from "@shared/domain/pay";
import * as plans from "@shared/domain/pay/plans";

const all = [
  plans.internetCompany,
  plans.tutorialTiers,
  plans.manufacturingGroupLiteral,
  plans.manufacturingGroup,
  plans.saasCompany,
  plans.consumerGoods,
  plans.pharmaCompany,
  plans.pharmaCompanyPerVisit,
  ...plans.raisedReward,
  ...plans.softwareCompany,
  plans.softwareCompanyEqual,
  plans.softwareCompanyLiteral,
];

describe("the plans that come with the product", () => {
  it.each(all)("$name (version $version) can be published", (plan) => {
    expect(planFaults(plan)).toEqual([]);
  });

  it.each(all.flatMap((plan) => runExamples(plan).map((one) => ({ plan: plan.name, ...one }))))(
    "$plan: $example gives $expectedFen fen of $component",
    ({ expectedFen, actualFen }) => {
      expect(actualFen).toBe(expectedFen);
    },
  );
});
