import type { planText as chinese } from "../zhCN/planText";

export const planText: typeof chinese = {
  title: "Plan",
  version: (p) => `Version ${p.version}, in force from ${p.day}`,
  grain: { event: "For each item", period: "For the whole month" },
  condition: "Condition",
  cap: "Cap",
  floor: "Minimum",
  tranche: (p) => `${p.share} when ${p.when}, paid ${p.due}`,
  when: {
    earned: "earned",
    invoiced: "invoiced",
    accepted: "accepted",
    collected: "collected",
    paidInFull: "paid in full",
    date: "the agreed day comes",
  },
  examples: "Worked examples",
};
