import type { Texts } from "../texts";

export const earnings: Texts["earnings"] = {
  title: "Earnings",
  previous: "Previous month",
  next: "Next month",
  hints: {
    estimated: "Fixed at month end, may go either way",
    earned: "Only a refund or a correction lowers it",
    payable: "Released, waiting for pay day",
    paid: "In your hands",
  },
  pending: (p) => `${p.count} ${p.count === 1 ? "sale" : "sales"} to be confirmed, ${p.money} in all`,
  lines: "Lines",
  empty: "Nothing yet this month. Your first confirmed order shows up here within seconds",
  emptyMonth: (p) => `Nothing was paid for ${p.month}`,
  seeMonth: (p) => `See ${p.month}`,
  notClosed: (p) =>
    `${p.month} is not closed yet: what is estimated is fixed when it closes, and may go either way. What is earned stays; only a refund or a correction lowers it.`,
  noPlan: (p) =>
    `You have no plan yet. ${p.names ? `Ask ${p.names}` : "Ask an administrator"}; then every amount is listed here`,
  lineLabel: (p) => `${p.name}, ${p.amount} CNY, ${p.status}`,
  mySales: "My sales",
  line: {
    title: "Line",
    formula: "How it is computed",
    tapHint: "Tap a number to see where it comes from",
    trace: "From footstep to fen",
    visit: (p) => `${p.time} visit that counts, ${p.distance}`,
    visitNoDistance: (p) => `${p.time} visit that counts`,
    signed: (p) => `${p.customer} signed ${p.amount} CNY`,
    confirmed: (p) => `${p.time} confirmed and booked`,
    allocated: (p) => `${p.amount} CNY of this line`,
    closing: (p) => `${p.month} closes and the amount is final`,
    noFootsteps: "No visit is recorded for this sale",
    noSales: "No sale stands behind this line yet",
    plan: (p) => `${p.name} version ${p.version}, from ${p.day}`,
    verify: "Recompute on this phone",
    verifying: "Recomputing…",
    agrees: "Your phone gets the same amount",
    differs: (p) =>
      `The server has ${p.server} CNY, your phone ${p.phone} CNY. They should not differ: send a picture of this to an administrator.`,
    cannotVerify: "The phone cannot compute this rule yet",
    source: "Where this number comes from",
    toMoney: "See this month's pay",
  },
};
