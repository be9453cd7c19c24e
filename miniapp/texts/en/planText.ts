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
  doubts: {
    title: "These numbers are unusual: look at them once more before they are in force",
    paysMuch: (p) => `${p.name}: sales of ${p.sale} pay ${p.pays}, which is ${p.rate} of what was sold.`,
    tierFalls: (p) =>
      `${p.name}: tier ${p.row} gives ${p.value}, less than the ${p.before} below it, so that whoever sells more gets less.`,
    because: (p) => `${p.name} says that it is meant so: ${p.reason}`,
    ask: "Is it meant to pay this?",
    reasons: ["Agreed with the management", "For this time alone"],
    hint: "Say why in a sentence",
    missing: "Say why in a sentence: whoever reviews it reads it",
    send: "It is meant so, submit it",
  },
};
