import type { Component, Plan, PlanInput } from "../types";
import { attainment, bonusBase, monthly, withWages } from "./parts";

type Weights = { input: string; weight: string }[];

/** No indicator counts beyond 150 % (Q06). */
const scoreOf = (weights: Weights): PlanInput => ({
  ...{ name: "考核得分", nameEn: "score", kind: "score", missing: "block" },
  items: weights.map((item) => ({ ...item, cap: "1.5" })),
});

const scoreBonus: Component = {
  ...monthly,
  ...{ code: "score-bonus", name: "绩效奖金", nameEn: "Score bonus", kind: "奖金", amount: "奖金基数 × 考核得分" },
};

const newClients = attainment("新客户完成率", "new-client attainment", "customers.new");
const renewal = attainment("续费完成率", "renewal attainment", "customers.renewal");
const followUps = attainment("过程完成率", "process attainment", "followUps");

/**
 * 企业服务公司: result, new customers, renewal and process in one score of 40/25/20/15 (R129, R131); the process is how often clients are
 * followed up. The renewal rate comes by import.
 */
export const serviceCompany: Plan = {
  code: "service-company",
  name: "企业服务公司绩效方案",
  nameEn: "Business services score plan",
  version: 1,
  validFrom: "2026-01-01",
  layer: "base",
  scope: { roles: ["rep"] },
  inputs: [
    attainment("销售完成率", "sales attainment", "sales.confirmed"),
    ...[newClients, renewal, followUps],
    scoreOf([
      { input: "销售完成率", weight: "0.4" },
      { input: "新客户完成率", weight: "0.25" },
      { input: "续费完成率", weight: "0.2" },
      { input: "过程完成率", weight: "0.15" },
    ]),
    bonusBase,
  ],
  tables: [],
  components: [scoreBonus],
  stacking: [],
  examples: [{ name: "得分88%", given: { 考核得分: "0.88", 奖金基数: "5000元" }, expect: { "score-bonus": "4400元" } }],
};

/**
 * 科技公司: contract value, new customers, renewal and process in a score of 50/25/20/5 (R169), with 500 for each new customer and 300 for
 * reaching the renewal rate, both with the wages (R170, R171).
 */
export const techCompany: Plan = {
  code: "tech-company",
  name: "科技公司绩效与即时奖励方案",
  nameEn: "Tech company score and rewards",
  version: 1,
  validFrom: "2026-01-01",
  layer: "base",
  scope: { roles: ["rep"] },
  inputs: [
    attainment("合同额完成率", "contract value attainment", "sales.confirmed"),
    ...[newClients, renewal, followUps],
    scoreOf([
      { input: "合同额完成率", weight: "0.5" },
      { input: "新客户完成率", weight: "0.25" },
      { input: "续费完成率", weight: "0.2" },
      { input: "过程完成率", weight: "0.05" },
    ]),
    bonusBase,
  ],
  tables: [],
  components: [
    scoreBonus,
    {
      ...{ code: "new-customer", name: "新客户奖励", nameEn: "New-client reward", kind: "奖励", grain: "event" },
      ...{ on: "newCustomer", oncePer: "customer", amount: "500元", refund: "saleMonth", pay: withWages },
    },
    {
      ...monthly,
      ...{ code: "renewal-reward", name: "续费达标奖励", nameEn: "Renewal reward", kind: "奖励" },
      ...{ when: "续费完成率 ≥ 100%", amount: "300元" },
    },
  ],
  stacking: [{ name: "绩效与奖励", components: ["score-bonus", "new-customer", "renewal-reward"], policy: "sum" }],
  examples: [
    {
      name: "得分95%，续费正好达标",
      given: { 考核得分: "0.95", 奖金基数: "4000元", 续费完成率: "1" },
      expect: { "score-bonus": "3800元", "new-customer": "500元", "renewal-reward": "300元" },
    },
    {
      name: "续费差一点",
      given: { 考核得分: "0.95", 奖金基数: "4000元", 续费完成率: "0.9999" },
      expect: { "renewal-reward": "0元" },
    },
  ],
};
