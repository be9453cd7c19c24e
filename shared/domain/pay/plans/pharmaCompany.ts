import type { Component, Plan } from "../types";
import { internetCompany } from "./internetCompany";
import { attainment } from "./parts";

const allowance = {
  code: "visit-allowance",
  name: "外勤补贴",
  nameEn: "Field allowance",
  kind: "补贴",
  pay: [{ share: "1", when: "earned", due: "次月5日", channel: "payroll" }],
} satisfies Partial<Component>;
const exampleOfAVisit = { name: "一次有效拜访", given: {}, expect: { "visit-allowance": "50元" } };
const allowanceOfAVisit: Component = { ...allowance, grain: "event", on: "visit", amount: "50元", refund: "none" };

/**
 * 医药企业: effective visits weigh 10 % of the score that shares out the bonus base (R155), and bring 50 each once the month's target of
 * visits is met (R157). The article says "when the target is met" and "50 per visit" in one sentence: the literal reading is the default
 * (C28). It names no other item of the score: sales 70 % and collections 20 % are ours.
 */
export const pharmaCompany: Plan = {
  code: "pharma-visits",
  name: "医药外勤方案",
  nameEn: "Pharma field plan",
  version: 1,
  validFrom: "2026-01-01",
  layer: "base",
  scope: { roles: ["rep"] },
  inputs: [
    {
      name: "有效拜访数",
      nameEn: "effective visits",
      kind: "measure",
      code: "visits.effective",
      of: "member",
      period: "month",
    },
    attainment("销售完成率", "sales attainment", "sales.confirmed"),
    attainment("回款完成率", "collections attainment", "collections.amount"),
    attainment("拜访完成率", "visit attainment", "visits.effective"),
    {
      name: "考核得分",
      nameEn: "score",
      kind: "score",
      missing: "block",
      items: [
        { input: "销售完成率", weight: "0.7", cap: "1.5" },
        { input: "回款完成率", weight: "0.2", cap: "1.5" },
        { input: "拜访完成率", weight: "0.1", cap: "1.5" },
      ],
    },
    { name: "奖金基数", nameEn: "bonus base", kind: "param", code: "bonusBase", unit: "money" },
  ],
  tables: [],
  components: [
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
    {
      ...allowance,
      grain: "period",
      period: "month",
      basis: "有效拜访数",
      when: "拜访完成率 ≥ 100%",
      amount: "50元 × 有效拜访数",
      refund: "saleMonth",
    },
  ],
  stacking: [{ name: "绩效与补贴", components: ["score-bonus", "visit-allowance"], policy: "sum" }],
  examples: [
    { name: "20次，目标20次", given: { 有效拜访数: "20", 拜访完成率: "1" }, expect: { "visit-allowance": "1000元" } },
    { name: "差一次就没有补贴", given: { 有效拜访数: "19", 拜访完成率: "0.95" }, expect: { "visit-allowance": "0元" } },
    {
      name: "销售90%、回款80%、拜访120%",
      given: { 考核得分: "0.91", 奖金基数: "3000元" },
      expect: { "score-bonus": "2730元" },
    },
  ],
};

/** A rate on each order and 50 for each effective visit: what a company that pays for visits can begin with, since it needs no target. */
export const commissionAndVisits: Plan = {
  ...internetCompany,
  code: "commission-visits",
  name: "提成加拜访补贴",
  nameEn: "Commission and visit allowance",
  components: [...internetCompany.components, allowanceOfAVisit],
  examples: [...internetCompany.examples, exampleOfAVisit],
};

/** The other reading of the sentence: each effective visit brings 50 by itself, whatever the target, and shows that it did. */
export const pharmaCompanyPerVisit: Plan = {
  ...pharmaCompany,
  code: "pharma-per-visit",
  name: "医药外勤方案(每次补贴)",
  nameEn: "Pharma field plan, 50 for each visit",
  components: pharmaCompany.components.map((component) =>
    component.code === "visit-allowance" ? allowanceOfAVisit : component,
  ),
  examples: [...pharmaCompany.examples.filter(({ expect }) => "score-bonus" in expect), exampleOfAVisit],
};
