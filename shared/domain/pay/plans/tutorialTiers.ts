import type { BandTable, Plan } from "../types";

/** 不到 10 万 1%; 10 万到 20 万, both included, 1.5%; above 20 万 2%. */
export const commissionTiers: BandTable = {
  name: "佣金阶梯",
  nameEn: "commission tiers",
  by: "money",
  mode: "whole",
  rows: [
    { upTo: "100000", includes: false, value: "0.01" },
    { upTo: "200000", includes: true, value: "0.015" },
    { upTo: null, value: "0.02" },
  ],
};

/** The tutorial's 销售佣金规则: the tier reached counts for the whole month; more than 120 % of the target adds 5,000 once. */
export const tutorialTiers: Plan = {
  code: "tutorial-tiers",
  name: "销售佣金规则(适用于销售代表)",
  nameEn: "Commission rule for sales representatives",
  version: 1,
  validFrom: "2026-01-01",
  layer: "base",
  scope: { roles: ["rep"] },
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
  tables: [commissionTiers],
  components: [
    {
      code: "commission",
      name: "销售提成",
      nameEn: "Sales commission",
      kind: "提成",
      grain: "period",
      period: "month",
      credit: "owner",
      basis: "个人业绩",
      amount: "阶梯(个人业绩, 佣金阶梯)",
      refund: "saleMonth",
      pay: [{ share: "1", when: "earned", due: "次月5日", channel: "payroll" }],
    },
    {
      code: "over-bonus",
      name: "超额奖金",
      nameEn: "Over-achievement bonus",
      kind: "奖金",
      grain: "period",
      period: "month",
      when: "个人完成率 > 120%",
      amount: "5000元",
      refund: "saleMonth",
      pay: [{ share: "1", when: "earned", due: "次月5日", channel: "payroll" }],
    },
  ],
  stacking: [{ name: "超额", components: ["commission", "over-bonus"], policy: "sum" }],
  examples: [
    {
      name: "5万",
      given: { 个人业绩: "50000元", 个人完成率: "0.25" },
      expect: { commission: "500元", "over-bonus": "0元" },
    },
    {
      name: "正好10万在中间一档",
      given: { 个人业绩: "100000元", 个人完成率: "0.5" },
      expect: { commission: "1500元" },
    },
    { name: "15万", given: { 个人业绩: "150000元", 个人完成率: "0.75" }, expect: { commission: "2250元" } },
    { name: "20万多1分", given: { 个人业绩: "200000.01元", 个人完成率: "1" }, expect: { commission: "4000元" } },
    { name: "正好120%不算超过", given: { 个人业绩: "240000元", 个人完成率: "1.2" }, expect: { "over-bonus": "0元" } },
    {
      name: "25万是目标的125%",
      given: { 个人业绩: "250000元", 个人完成率: "1.25" },
      expect: { commission: "5000元", "over-bonus": "5000元" },
    },
    { name: "退货多于销售", given: { 个人业绩: "-50000元", 个人完成率: "-0.25" }, expect: { commission: "-500元" } },
  ],
};
