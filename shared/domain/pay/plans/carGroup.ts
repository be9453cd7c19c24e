import type { Plan, PlanInput } from "../types";
import { attainment, monthly } from "./parts";

const salesOf = (name: string, nameEn: string, stream: string): PlanInput => ({
  ...{ name, nameEn, kind: "measure", code: "sales.confirmed", of: "member", period: "month", filter: { stream } },
});

/**
 * 汽车集团: 3 % of new cars and 1 % of after-sales, which alone depends on its own team's target (R028, R029). 「销量」 is money, as the names
 * say (C14). The article gives no bands of the factor: they are those of its manufacturing group.
 */
export const carGroup: Plan = {
  code: "car-group",
  name: "汽车集团双业务方案",
  nameEn: "Car group, new cars and after-sales",
  version: 1,
  validFrom: "2026-01-01",
  layer: "base",
  scope: { roles: ["rep"] },
  inputs: [
    salesOf("新车销售额", "new-car sales", "新车"),
    salesOf("售后产值", "after-sales value", "售后"),
    attainment("售后团队完成率", "after-sales team attainment", "sales.confirmed", "team", { stream: "售后" }),
  ],
  tables: [
    {
      ...{ name: "售后团队系数", nameEn: "after-sales team factor", by: "ratio", shape: "step" },
      rows: [
        { upTo: "0.8", includes: false, value: "0" },
        { upTo: "0.9", includes: false, value: "0.8" },
        { upTo: "1", includes: false, value: "1" },
        { upTo: null, value: "1.2" },
      ],
    },
  ],
  components: [
    {
      ...monthly,
      ...{ code: "new-car", name: "新车提成", nameEn: "New-car commission", kind: "提成", credit: "owner" },
      ...{ basis: "新车销售额", amount: "新车销售额 × 3%" },
    },
    {
      ...monthly,
      ...{ code: "after-sales", name: "售后提成", nameEn: "After-sales commission", kind: "提成", credit: "owner" },
      ...{ basis: "售后产值", amount: "售后产值 × 1% × 系数(售后团队完成率, 售后团队系数)" },
    },
  ],
  stacking: [],
  examples: [
    {
      name: "新车100万、售后50万、售后团队85%",
      given: { 新车销售额: "1000000元", 售后产值: "500000元", 售后团队完成率: "0.85" },
      expect: { "new-car": "30000元", "after-sales": "4000元" },
    },
    {
      name: "售后团队差一点到80%，新车照算",
      given: { 新车销售额: "1000000元", 售后产值: "500000元", 售后团队完成率: "0.7999" },
      expect: { "new-car": "30000元", "after-sales": "0元" },
    },
  ],
};
