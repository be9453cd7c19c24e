import type { Plan } from "../types";

/**
 * 互联网公司 (小王): a flat rate on each order, sure as soon as the order counts, and a reward for each new customer paid at once. The
 * article's tiers would give 2,000 for the order that it says pays 1,500 (C16): this company has a plan of its own.
 */
export const internetCompany: Plan = {
  code: "flat-internet",
  name: "互联网公司销售方案",
  nameEn: "Internet company sales plan",
  version: 1,
  validFrom: "2026-01-01",
  layer: "base",
  scope: { roles: ["rep"], salesModes: ["直销"] },
  inputs: [
    { name: "个人业绩", nameEn: "own sales", kind: "measure", code: "sales.confirmed", of: "member", period: "month" },
    {
      name: "个人完成率",
      nameEn: "own attainment",
      kind: "attainment",
      code: "sales.confirmed",
      of: "member",
      period: "month",
    },
  ],
  tables: [],
  components: [
    {
      code: "commission",
      name: "销售提成",
      nameEn: "Sales commission",
      kind: "提成",
      grain: "event",
      on: "sale",
      credit: "owner",
      amount: "金额 × 1.5%",
      refund: "saleMonth",
      pay: [{ share: "1", when: "earned", due: "次月5日", channel: "payroll" }],
    },
    {
      code: "new-customer",
      name: "新客户奖励",
      nameEn: "New-client reward",
      kind: "奖励",
      grain: "event",
      on: "newCustomer",
      oncePer: "customer",
      when: "首单金额 ≥ 1万元",
      amount: "500元",
      refund: "saleMonth",
      pay: [{ share: "1", when: "earned", due: "立即", channel: "redPacket" }],
    },
  ],
  stacking: [{ name: "新客户首单", components: ["commission", "new-customer"], policy: "sum" }],
  examples: [
    { name: "10万的订单", given: { 金额: "100000元" }, expect: { commission: "1500元" } },
    { name: "首单正好1万", given: { 首单金额: "10000元" }, expect: { "new-customer": "500元" } },
    { name: "首单差1分", given: { 首单金额: "9999.99元" }, expect: { "new-customer": "0元" } },
    { name: "半分进位", given: { 金额: "251元" }, expect: { commission: "3.77元" } },
  ],
};
