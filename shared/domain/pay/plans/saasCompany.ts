import type { Plan } from "../types";
import { attainment } from "./parts";
import { commissionTiers } from "./tutorialTiers";

/** SaaS 公司 (2023): the tutorial's tiers, and a bonus base of one's own by a score of 40/30/20/10 in which no indicator counts above 150 %. */
export const saasCompany: Plan = {
  code: "saas",
  name: "SaaS公司销售方案",
  nameEn: "SaaS company sales plan",
  version: 1,
  validFrom: "2026-01-01",
  layer: "base",
  scope: { roles: ["rep"] },
  inputs: [
    { name: "个人业绩", nameEn: "own sales", kind: "measure", code: "sales.confirmed", of: "member", period: "month" },
    attainment("销售完成率", "sales attainment", "sales.confirmed"),
    attainment("转化完成率", "conversion attainment", "leads.conversion"),
    attainment("新客户完成率", "new-client attainment", "customers.new"),
    attainment("留存完成率", "retention attainment", "customers.retention"),
    {
      name: "考核得分",
      nameEn: "score",
      kind: "score",
      missing: "block",
      items: [
        { input: "销售完成率", weight: "0.4", cap: "1.5" },
        { input: "转化完成率", weight: "0.3", cap: "1.5" },
        { input: "新客户完成率", weight: "0.2", cap: "1.5" },
        { input: "留存完成率", weight: "0.1", cap: "1.5" },
      ],
    },
    { name: "奖金基数", nameEn: "bonus base", kind: "param", code: "bonusBase", unit: "money" },
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
      code: "score-bonus",
      name: "绩效奖金",
      nameEn: "Score bonus",
      kind: "奖金",
      grain: "period",
      period: "month",
      amount: "奖金基数 × 考核得分",
      refund: "saleMonth",
      pay: [{ share: "1", when: "earned", due: "次月5日", channel: "payroll" }],
    },
  ],
  stacking: [{ name: "提成与绩效", components: ["commission", "score-bonus"], policy: "sum" }],
  examples: [
    {
      name: "15万、得分88%",
      given: { 个人业绩: "150000元", 考核得分: "0.88", 奖金基数: "3000元" },
      expect: { commission: "2250元", "score-bonus": "2640元" },
    },
  ],
};
