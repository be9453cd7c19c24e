import type { Plan } from "../types";
import { manufacturingGroup } from "./manufacturingGroup";
import { attainment, importedRatio, monthly, ownSales } from "./parts";

/**
 * 医药集团: 2 % of drug sales, by the team's compliance and the company's attainment (R030). The score of compliance, such as from congresses
 * attended (R031), comes by import and is the factor itself, at most 1: nobody is paid more for being in order. The company's bands are those
 * of the article's manufacturing group (C08); 「销量」 is money (C14).
 */
export const pharmaGroup: Plan = {
  code: "pharma-group",
  name: "医药集团合规方案",
  nameEn: "Pharma group compliance plan",
  version: 1,
  validFrom: "2026-01-01",
  layer: "base",
  scope: { roles: ["rep"] },
  inputs: [
    ownSales,
    importedRatio("团队合规得分", "team compliance score", "compliance.score", "team"),
    attainment("公司完成率", "company attainment", "sales.confirmed", "company"),
  ],
  tables: manufacturingGroup.tables.filter(({ name }) => name === "公司系数"),
  components: [
    {
      ...monthly,
      ...{ code: "commission", name: "药品销售提成", nameEn: "Drug sales commission", kind: "提成", credit: "owner" },
      basis: "个人业绩",
      amount: "个人业绩 × 2% × 限制(团队合规得分, 0, 1) × 系数(公司完成率, 公司系数)",
    },
  ],
  stacking: [],
  examples: [
    {
      name: "100万、合规0.9、公司105%",
      given: { 个人业绩: "1000000元", 团队合规得分: "0.9", 公司完成率: "1.05" },
      expect: { commission: "21600元" },
    },
    {
      name: "合规超过1按1",
      given: { 个人业绩: "1000000元", 团队合规得分: "1.1", 公司完成率: "0.95" },
      expect: { commission: "20000元" },
    },
  ],
};
