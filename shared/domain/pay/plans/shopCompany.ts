import type { Plan } from "../types";
import { importedRatio, monthly, ownSales, withWages } from "./parts";

/**
 * 电商公司: 2 % of sales, and for a shop whose conversion is above its target the excess times a coefficient (R165, R166). The article leaves
 * the coefficient open; at 100,000 half a point brings 500. Conversion and its target come by import (R167).
 */
export const shopCompany: Plan = {
  code: "shop-company",
  name: "电商公司销售与转化方案",
  nameEn: "Online shop sales and conversion plan",
  version: 1,
  validFrom: "2026-01-01",
  layer: "base",
  scope: { roles: ["rep"] },
  inputs: [
    ownSales,
    importedRatio("店铺转化率", "shop conversion", "shops.conversion", "shops"),
    {
      ...{ name: "目标转化率", nameEn: "target conversion", kind: "target", code: "shops.conversion", of: "shops" },
      ...{ period: "month", unit: "ratio" },
    },
  ],
  tables: [],
  components: [
    {
      ...{ code: "commission", name: "销售提成", nameEn: "Sales commission", kind: "提成", grain: "event", on: "sale" },
      ...{ credit: "owner", amount: "金额 × 2%", refund: "saleMonth", pay: withWages },
    },
    {
      ...monthly,
      ...{ code: "conversion-bonus", name: "转化奖金", nameEn: "Conversion bonus", kind: "奖金" },
      ...{ when: "店铺转化率 > 目标转化率", amount: "(店铺转化率 − 目标转化率) × 100000元" },
    },
  ],
  stacking: [{ name: "提成与转化", components: ["commission", "conversion-bonus"], policy: "sum" }],
  examples: [
    { name: "今天多卖2万", given: { 金额: "20000元" }, expect: { commission: "400元" } },
    {
      name: "转化率4.5%，目标4%",
      given: { 店铺转化率: "4.5%", 目标转化率: "4%" },
      expect: { "conversion-bonus": "500元" },
    },
    { name: "正好到目标", given: { 店铺转化率: "4%", 目标转化率: "4%" }, expect: { "conversion-bonus": "0元" } },
    { name: "低于目标不倒扣", given: { 店铺转化率: "3.5%", 目标转化率: "4%" }, expect: { "conversion-bonus": "0元" } },
  ],
};
