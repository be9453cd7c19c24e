import type { Plan } from "../types";
import { attainment, withWages } from "./parts";

/**
 * Team pools (R073, R086): everybody in a team that reaches its target has 1,000 (V110: 8,000 for eight), and 1 % of what it sells beyond the target
 * is divided among them by what each has sold. The article leaves open who is a member: whoever is there on the last day and was for 15 days (Q22).
 */
export const teamPool: Plan = {
  code: "team-pool",
  name: "团队奖金池方案",
  nameEn: "Team pool",
  version: 1,
  validFrom: "2026-01-01",
  layer: "base",
  subject: "team",
  scope: { roles: ["rep"] },
  inputs: [
    attainment("团队完成率", "team attainment", "sales.confirmed", "team"),
    {
      ...{ name: "团队业绩", nameEn: "team sales", kind: "measure", code: "sales.confirmed", of: "team" },
      period: "month",
    },
    {
      ...{ name: "团队目标", nameEn: "team target", kind: "target", code: "sales.confirmed", of: "team" },
      period: "month",
    },
  ],
  tables: [],
  components: [
    {
      ...{ code: "team-target", name: "团队达标奖", nameEn: "Team target reward", kind: "奖金" },
      ...{ grain: "period", period: "month", when: "团队完成率 ≥ 100%", amount: "1000元" },
      pool: { give: "each", by: "equal" },
      pay: withWages,
    },
    {
      ...{ code: "beyond-target", name: "团队超额奖金池", nameEn: "Pool beyond the target", kind: "奖金" },
      ...{ grain: "period", period: "month" },
      amount: "最大(0元, 团队业绩 − 团队目标) × 1%",
      pool: { give: "total", by: "share", code: "sales.confirmed" },
      pay: withWages,
    },
  ],
  stacking: [],
  examples: [
    {
      name: "团队目标100万，做到120万",
      given: { 团队完成率: "1.2", 团队业绩: "1200000元", 团队目标: "1000000元" },
      expect: { "team-target": "1000元", "beyond-target": "2000元" },
    },
    {
      name: "团队差一点到目标",
      given: { 团队完成率: "0.9999", 团队业绩: "999900元", 团队目标: "1000000元" },
      expect: { "team-target": "0元", "beyond-target": "0元" },
    },
  ],
};
