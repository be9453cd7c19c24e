import type { Plan } from "../types";
import { attainment, monthly, ownSales } from "./parts";

/**
 * Pay linked to performance: 2 % of sales, a percentage point more from 110 % of the target on (R160; points, not a part of the rate: C29,
 * Q21), and 500 for reaching the target of new customers (R161). A plan of its own beside the 1.5 % of another article (C30).
 */
export const linkedPay: Plan = {
  code: "linked-pay",
  name: "绩效联动薪酬方案",
  nameEn: "Pay linked to performance",
  version: 1,
  validFrom: "2026-01-01",
  layer: "base",
  scope: { roles: ["rep"] },
  inputs: [
    ownSales,
    attainment("个人完成率", "own attainment", "sales.confirmed"),
    attainment("新客户完成率", "new-client attainment", "customers.new"),
  ],
  tables: [],
  components: [
    {
      ...monthly,
      ...{ code: "commission", name: "销售提成", nameEn: "Sales commission", kind: "提成", credit: "owner" },
      ...{ basis: "个人业绩", amount: "个人业绩 × 如果(个人完成率 ≥ 110%, 3%, 2%)" },
    },
    {
      ...monthly,
      ...{ code: "new-customers", name: "新客户达标奖励", nameEn: "Reward for the new-client target", kind: "奖励" },
      ...{ when: "新客户完成率 ≥ 100%", amount: "500元" },
    },
  ],
  stacking: [{ name: "提成与奖励", components: ["commission", "new-customers"], policy: "sum" }],
  examples: [
    {
      name: "10万",
      given: { 个人业绩: "100000元", 个人完成率: "0.5", 新客户完成率: "0.9" },
      expect: { commission: "2000元", "new-customers": "0元" },
    },
    {
      name: "22万正好是目标的110%",
      given: { 个人业绩: "220000元", 个人完成率: "1.1", 新客户完成率: "1" },
      expect: { commission: "6600元", "new-customers": "500元" },
    },
    {
      name: "差1分到110%",
      given: { 个人业绩: "219999.99元", 个人完成率: "1.09999995", 新客户完成率: "1" },
      expect: { commission: "4400元" },
    },
  ],
};
