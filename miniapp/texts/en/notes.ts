import type { notes as chinese } from "../zhCN/notes";

export const notes: typeof chinese = {
  large: {
    than: {
      limit: (p) => `This is more than the company's limit of ${p.sum} for one sale.`,
      largest: (p) =>
        `This is ten times ${p.name === null ? "your" : `${p.name}'s`} largest sale of the last 12 months, ${p.sum}, or more.`,
      target: (p) =>
        `This is ten times ${p.name === null ? "your" : `${p.name}'s`} target of this month, ${p.sum}, or more.`,
    },
    check: "Look at the zeros and the decimal point.",
    unsaid: "This is far more than usual. Look at the zeros and the decimal point.",
  },
  sameClients: {
    one: (p) => `This client may be “${p.name}” (${p.why}; ${p.owner}).`,
    hidden: (p) =>
      `${p.count} more ${p.count === 1 ? "client" : "clients"} outside your team may be this one; an administrator decides.`,
    first: "If it is the same, make them one before you confirm: a new-client reward cannot be taken back.",
    look: "See whether it is the same",
  },
  firstOrder: "This is the client's first order: plans with a new-client reward count it once it is confirmed.",
  final: {
    mine: "A confirmed sale cannot be changed; corrections and refunds are not in Xiaoli yet. If something is wrong, tell your manager and finance.",
    leader:
      "A confirmed sale cannot be changed; corrections and refunds are not in Xiaoli yet. If something is wrong, tell finance.",
    finance:
      "A confirmed sale cannot be changed; corrections and refunds are not in Xiaoli yet. If something is wrong, write it down until Xiaoli can correct it.",
  },
};
