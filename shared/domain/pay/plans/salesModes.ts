import type { Plan, PlanInput } from "../types";
import { manufacturingGroup } from "./manufacturingGroup";
import { attainment, importedRatio, monthly, ownSales } from "./parts";

/**
 * One group with a plan for each way of selling (R022). The article multiplies the result itself by the factors, so that 10 万 pay 9.5 万
 * (C04): here they change a commission of 2 %. Factors from outside come by import (R023).
 */
function planOfMode(own: {
  code: string;
  mode: string;
  nameEn: string;
  factors: PlanInput[];
  tables?: Plan["tables"];
  formula: string;
  examples: Plan["examples"];
}): Plan {
  const { code, mode, nameEn, factors, tables = [], formula, examples } = own;
  return {
    ...{ code, name: `${mode}提成方案`, nameEn, version: 1, validFrom: "2026-01-01", layer: "base" },
    scope: { roles: ["rep"], salesModes: [mode] },
    inputs: [ownSales, ...factors],
    tables,
    components: [
      {
        ...monthly,
        ...{ code: "commission", name: "销售提成", nameEn: "Sales commission", kind: "提成", credit: "owner" },
        ...{ basis: "个人业绩", amount: `个人业绩 × 2% × ${formula}` },
      },
    ],
    stacking: [],
    examples,
  };
}

/** 直销: by the team's attainment and the clients' satisfaction (R019). */
export const directSales: Plan = planOfMode({
  ...{ code: "mode-direct", mode: "直销", nameEn: "Direct sales plan" },
  factors: [
    attainment("团队完成率", "team attainment", "sales.confirmed", "team"),
    importedRatio("客户满意度", "client satisfaction", "customers.satisfaction", "member"),
  ],
  tables: manufacturingGroup.tables.filter(({ name }) => name === "团队系数"),
  formula: "系数(团队完成率, 团队系数) × 客户满意度",
  examples: [
    {
      name: "10万、团队95%、满意度95%",
      given: { 个人业绩: "100000元", 团队完成率: "0.95", 客户满意度: "0.95" },
      expect: { commission: "1900元" },
    },
    {
      name: "团队差一点到80%",
      given: { 个人业绩: "100000元", 团队完成率: "0.7999", 客户满意度: "1" },
      expect: { commission: "0元" },
    },
  ],
});

/** 渠道: by what all partners together have attained, and by how the channel grows (R020). */
export const channelSales: Plan = planOfMode({
  ...{ code: "mode-channel", mode: "渠道", nameEn: "Channel sales plan" },
  factors: [
    importedRatio("伙伴完成率", "partner attainment", "partners.attainment", "partners"),
    importedRatio("渠道拓展系数", "channel expansion factor", "partners.expansion", "partners"),
  ],
  formula: "伙伴完成率 × 渠道拓展系数",
  examples: [
    {
      name: "10万、伙伴90%、拓展1.1",
      given: { 个人业绩: "100000元", 伙伴完成率: "0.9", 渠道拓展系数: "1.1" },
      expect: { commission: "1980元" },
    },
  ],
});

/** 大客户: by how many buy again in a year, and by how many the team keeps (R021). */
export const keyAccounts: Plan = planOfMode({
  ...{ code: "mode-key-accounts", mode: "大客户", nameEn: "Key account plan" },
  factors: [
    importedRatio("年复购率", "yearly repurchase rate", "customers.repurchase", "member"),
    importedRatio("大客户留存率", "key account retention", "customers.retention", "team"),
  ],
  formula: "年复购率 × 大客户留存率",
  examples: [
    {
      name: "100万、复购80%、留存90%",
      given: { 个人业绩: "1000000元", 年复购率: "0.8", 大客户留存率: "0.9" },
      expect: { commission: "14400元" },
    },
  ],
});
