import type { lines as chinese } from "../zhCN/lines";

export const lines: typeof chinese = {
  openSale: "Open the sale",
  openTeam: "Open the team",
  openPlan: "Open the whole plan",
  teamOnly: "Only the manager sees what each teammate sold",
  rule: (p) => `Rule: ${p.amount}`,
  ruleWhen: (p) => `Condition: ${p.when}`,
  title: "Line",
  formula: "How it is calculated",
  tapHint: "Tap a number to see where it comes from",
  trace: "From footstep to fen",
  visit: (p) => `${p.time} counted visit, ${p.distance} away`,
  visitAt: (p) => `${p.time} counted visit at ${p.customer}`,
  visitAtInDoubt: (p) => `${p.time} in doubt, counted for now: ${p.customer}`,
  visitInDoubt: (p) => `${p.time} in doubt, counted for now`,
  inDoubtMeans: (p) =>
    `The check-in at ${p.customer} on ${p.day} is in doubt. Undecided, it counts. Not accepted, the visit's money goes, and a message says why`,
  visitBrings: (p) => `brings ${p.amount}`,
  visitNoDistance: (p) => `${p.time} counted visit`,
  signed: (p) => `${p.customer} signed ${p.amount} CNY`,
  confirmed: (p) => `${p.time} confirmed and booked`,
  allocated: (p) => `${p.amount} CNY of this line`,
  closing: (p) => `${p.month} closes and the amount is settled`,
  footstepsAre: (p) =>
    `Footsteps are the visits at this client that count, up to the day of signing: the newest ${p.count}. They show how the sale came about; the amount is the same without them.`,
  noFootsteps: "No visit that counts before signing: this sale has no footsteps",
  noSales: (p) => `No single sale is behind this amount. ${p.why}`,
  plan: (p) => `${p.name} version ${p.version}, from ${p.day}`,
  verify: "Recalculate on this phone",
  verifying: "Recalculating…",
  agrees: "Your phone gets the same amount",
  differs: (p) =>
    `The server has ${p.server} CNY, your phone ${p.phone} CNY. They should not differ: send a screenshot to an administrator.`,
  cannotVerify: "The phone cannot calculate this rule yet",
  toMoney: "See this month's pay",
};
