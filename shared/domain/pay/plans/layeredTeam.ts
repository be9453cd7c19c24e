import type { Plan } from "../types";
import { attainment, monthly, ownSales, withWages } from "./parts";

/**
 * 20/60/20 (R078): who is in which layer of the team is fixed by the month before. The top accelerates from 1.5 % to 2 % of everything beyond
 * 120 % of the target (R079, C21), the middle has 2,000 for sales up by 15 % (R081), the bottom 1,000 for reaching the basic target (R084);
 * everybody 500 for each new customer (R085). Without a month before there is no growth, and no bonus for it (Q08).
 */
export const layeredTeam: Plan = {
  code: "layered-team",
  name: "分层激励方案(20/60/20)",
  nameEn: "Incentives by layer, 20/60/20",
  version: 1,
  validFrom: "2026-01-01",
  layer: "base",
  scope: { roles: ["rep"] },
  inputs: [
    ownSales,
    attainment("个人完成率", "own attainment", "sales.confirmed"),
    {
      ...{ name: "销售增长率", nameEn: "sales growth", kind: "growth", code: "sales.confirmed", of: "member" },
      period: "month",
    },
    {
      ...{ name: "层级", nameEn: "layer", kind: "layer", code: "sales.confirmed", period: "month" },
      rule: { by: "sales.confirmed", cohort: "team", shares: ["0.2", "0.6", "0.2"], from: "previousPeriod" },
    },
  ],
  tables: [],
  components: [
    {
      ...monthly,
      ...{ code: "commission", name: "销售提成", nameEn: "Sales commission", kind: "提成", credit: "owner" },
      basis: "个人业绩",
      amount: "个人业绩 × 如果(层级 = 1 且 个人完成率 > 120%, 2%, 1.5%)",
    },
    {
      ...monthly,
      ...{ code: "growth-bonus", name: "增长奖金", nameEn: "Growth bonus", kind: "奖金" },
      ...{ when: "层级 = 2 且 销售增长率 ≥ 15%", amount: "2000元" },
    },
    {
      ...monthly,
      ...{ code: "basic-bonus", name: "达标奖金", nameEn: "Bonus for the basic target", kind: "奖金" },
      ...{ when: "层级 = 3 且 个人完成率 ≥ 100%", amount: "1000元" },
    },
    {
      ...{ code: "new-customer", name: "新客户专项奖金", nameEn: "New-client bonus", kind: "奖励", grain: "event" },
      ...{ on: "newCustomer", oncePer: "customer", amount: "500元", refund: "saleMonth", pay: withWages },
    },
  ],
  stacking: [{ name: "提成与奖金", components: ["commission", "growth-bonus", "basic-bonus"], policy: "sum" }],
  examples: [
    {
      name: "前20%，25万是目标的125%",
      given: { 个人业绩: "250000元", 个人完成率: "1.25", 层级: "1", 销售增长率: "0.2" },
      expect: { commission: "5000元", "growth-bonus": "0元", "basic-bonus": "0元" },
    },
    {
      name: "前20%，正好120%不加速",
      given: { 个人业绩: "240000元", 个人完成率: "1.2", 层级: "1", 销售增长率: "0" },
      expect: { commission: "3600元" },
    },
    {
      name: "中间60%，正好增长15%",
      given: { 个人业绩: "100000元", 个人完成率: "1.3", 层级: "2", 销售增长率: "0.15" },
      expect: { commission: "1500元", "growth-bonus": "2000元" },
    },
    {
      name: "中间60%，差一点到15%",
      given: { 个人业绩: "100000元", 个人完成率: "1", 层级: "2", 销售增长率: "0.1499" },
      expect: { "growth-bonus": "0元", "basic-bonus": "0元" },
    },
    {
      name: "后20%，达到基本目标",
      given: { 个人业绩: "80000元", 个人完成率: "1", 层级: "3", 销售增长率: "0.5" },
      expect: { commission: "1200元", "growth-bonus": "0元", "basic-bonus": "1000元" },
    },
    { name: "一位新客户", given: {}, expect: { "new-customer": "500元" } },
  ],
};
