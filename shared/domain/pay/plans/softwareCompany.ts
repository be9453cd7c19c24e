import type { Component, Decimal, LookupTable, Plan, PlanExample } from "../types";
import { withWages } from "./parts";

type OriginRates = Record<"自有" | "市场" | "转介绍", Decimal>;

/** Of the signed amount: the rep's commission, what is added for a marketing client, and what its marketing person has (R216, R217, R219, R227). */
export const softwareRates = {
  commission: { 自有: "0.05", 市场: "0.03", 转介绍: "0.03" },
  collaboration: { 自有: "0", 市场: "0.01", 转介绍: "0" },
  marketing: { 自有: "0", 市场: "0.02", 转介绍: "0.01" },
} as const satisfies Record<string, OriginRates>;

/** For each valid lead, in yuan (R215). */
export const softwareLeadYuan: Decimal = "100";

const byOrigin = (name: string, nameEn: string, rates: OriginRates, otherwise: Decimal): LookupTable => ({
  kind: "lookup",
  ...{ name, nameEn, by: "origin", unit: "ratio", otherwise },
  rows: Object.entries(rates).map(([key, value]) => ({ key, value })),
});

const salesCommission: Component = {
  ...{ code: "commission", name: "销售提成", nameEn: "Sales commission", kind: "提成", grain: "event", on: "sale" },
  ...{ credit: "owner", amount: "金额 × 查表(提成比例)", refund: "saleMonth", pay: withWages },
};
const marketingCommission: Component = {
  ...{ code: "marketing", name: "市场转化奖励", nameEn: "Marketing conversion reward", kind: "奖励", grain: "event" },
  ...{ on: "sale", credit: "marketing", amount: "金额 × 查表(市场比例)", refund: "saleMonth", pay: withWages },
};
const collaboration: Component = {
  ...{ code: "collaboration", name: "协作奖励", nameEn: "Collaboration reward", kind: "奖励", grain: "event" },
  ...{ on: "sale", credit: "owner", amount: "金额 × 查表(协作比例)", refund: "saleMonth" },
  pay: [{ share: "1", when: "earned", due: "7个工作日", channel: "payroll" }],
};
const validLead: Component = {
  ...{
    code: "valid-lead",
    name: "有效线索奖励",
    nameEn: "Valid lead reward",
    kind: "奖励",
    grain: "event",
    on: "lead",
  },
  ...{ credit: "marketing", amount: `${softwareLeadYuan}元`, refund: "none", pay: withWages },
};

const base = {
  code: "software-company",
  name: "软件企业市场与销售方案",
  nameEn: "Software company marketing and sales plan",
  layer: "base",
  inputs: [],
} satisfies Partial<Plan>;

const signed = (name: string, origin: string, expect: PlanExample["expect"]): PlanExample => ({
  name,
  given: { 金额: "100000元", origin },
  expect,
});

/**
 * 软件企业 before (R208): marketing 4 % of what is signed with its clients, sales 5 % on own ones and 2 % on those of marketing. A sale whose
 * origin nobody has shown is paid as one of marketing.
 */
const old: Plan = {
  ...base,
  version: 1,
  validFrom: "2026-01-01",
  scope: { roles: ["rep"] },
  tables: [
    byOrigin("提成比例", "commission rate", { 自有: "0.05", 市场: "0.02", 转介绍: "0.02" }, "0.02"),
    byOrigin("市场比例", "marketing rate", { 自有: "0", 市场: "0.04", 转介绍: "0" }, "0"),
  ],
  components: [salesCommission, marketingCommission],
  stacking: [],
  examples: [
    signed("自有客户10万", "自有", { commission: "5000元", marketing: "0元" }),
    signed("市场客户10万", "市场", { commission: "2000元", marketing: "4000元" }),
  ],
};

/**
 * 软件企业 after: 100 for each valid lead and 2 % of what is signed for marketing; sales 5 % on own clients and on those of marketing 3 % and
 * 1 % within seven working days; referrals 1 % and 3 % (R215–R219, R227, R232). The article has the 2 % once as growing with conversion, once
 * flat: it is flat (C34). Sales had asked for no less than on own clients and gets 4 % of 5 % (C36), which the plan says by itself.
 */
const now: Plan = {
  ...base,
  version: 2,
  validFrom: "2026-04-01",
  scope: { roles: ["rep"] },
  tables: [
    byOrigin("提成比例", "commission rate", softwareRates.commission, "0.03"),
    byOrigin("协作比例", "collaboration rate", softwareRates.collaboration, "0"),
    byOrigin("市场比例", "marketing rate", softwareRates.marketing, "0"),
  ],
  components: [salesCommission, collaboration, marketingCommission, validLead],
  stacking: [{ name: "市场客户", components: ["commission", "collaboration"], policy: "sum" }],
  needs: [{ who: "销售：市场客户的提成不低于自有客户", atLeast: "0.05" }],
  examples: [
    signed("自有客户10万", "自有", { commission: "5000元", collaboration: "0元", marketing: "0元" }),
    signed("市场客户10万", "市场", { commission: "3000元", collaboration: "1000元", marketing: "2000元" }),
    signed("转介绍客户10万", "转介绍", { commission: "3000元", collaboration: "0元", marketing: "1000元" }),
    {
      ...{ name: "来源没查清", given: { 金额: "100000元" } },
      expect: { commission: "3000元", collaboration: "0元", marketing: "0元" },
    },
    { name: "一条有效线索", given: {}, expect: { "valid-lead": "100元" } },
  ],
};

/** Both versions: what was signed before the second keeps the first. */
export const softwareCompany: readonly Plan[] = [old, now];

/** C36 closed: with a collaboration reward of 2 % a marketing client brings sales the 5 % of an own one. */
export const softwareCompanyEqual: Plan = {
  ...now,
  code: "software-company-equal",
  name: "软件企业方案(市场与自有同酬)",
  nameEn: "Software company, own and marketing clients alike",
  version: 1,
  validFrom: "2026-01-01",
  tables: now.tables.map((table) =>
    table.name === "协作比例"
      ? byOrigin("协作比例", "collaboration rate", { ...softwareRates.collaboration, 市场: "0.02" }, "0")
      : table,
  ),
  examples: [
    ...now.examples.filter(({ given }) => given.origin !== "市场"),
    signed("市场客户10万", "市场", { commission: "3000元", collaboration: "2000元", marketing: "2000元" }),
  ],
};

const converted = (name: string, conversion: string, marketing: string): PlanExample => ({
  name,
  given: { 金额: "100000元", origin: "市场", 线索转化率: conversion },
  expect: { marketing },
});

/**
 * C34 as the other sentence of the article has it, a draft: the better marketing's leads convert, the more of the 2 % it has. The article has
 * no bands; ours hold the 2 % between the 15 % that management wants (R226) and the 25 % that was reached (R233).
 */
export const softwareCompanyLiteral: Plan = {
  ...now,
  code: "software-company-literal",
  name: "软件企业方案(转化率越高奖励越多)",
  nameEn: "Software company, reward grows with conversion",
  version: 1,
  validFrom: "2026-01-01",
  inputs: [
    {
      name: "线索转化率",
      nameEn: "lead conversion",
      kind: "measure",
      code: "leads.conversion",
      of: "member",
      period: "month",
      unit: "ratio",
    },
  ],
  tables: [
    ...now.tables,
    {
      ...{ name: "转化系数", nameEn: "conversion factor", by: "ratio", shape: "step" },
      rows: [
        { upTo: "0.15", includes: false, value: "0.5" },
        { upTo: "0.25", includes: false, value: "1" },
        { upTo: null, value: "1.5" },
      ],
    },
  ],
  components: now.components.map((component) =>
    component.code === "marketing"
      ? { ...component, amount: `${component.amount} × 系数(线索转化率, 转化系数)` }
      : component,
  ),
  examples: [
    signed("提成不看转化率", "市场", { commission: "3000元", collaboration: "1000元" }),
    converted("转化率差一点到15%", "0.1499", "1000元"),
    converted("转化率正好15%", "0.15", "2000元"),
    converted("转化率25%", "0.25", "3000元"),
    { name: "一条有效线索", given: {}, expect: { "valid-lead": "100元" } },
  ],
};
