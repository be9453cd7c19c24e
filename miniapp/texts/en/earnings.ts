import type { Texts } from "../texts";

export const earnings: Texts["earnings"] = {
  title: "Earnings",
  previous: "Previous month",
  next: "Next month",
  hints: {
    estimated: "Settled at month end; may go up or down",
    earned: "Only a doubtful check-in that is not accepted lowers it",
    payable: "Ready to be paid on pay day",
    paid: "Paid out to you",
  },
  pending: (p) => `${p.count} ${p.count === 1 ? "sale" : "sales"} to be confirmed, ${p.money} in all`,
  states: "Pay in four states",
  lines: "Lines",
  empty: "Nothing yet this month. The first entry shows up here within seconds",
  emptyMonth: (p) => `No income in ${p.month}`,
  seeMonth: (p) => `See ${p.month}`,
  closing: {
    by: (p) =>
      p.names === null ? "finance" : p.names ? `finance (${p.names})` : "finance (nobody yet, ask an administrator)",
    running: (p) => `Cut-off on ${p.until}. Closing is up to ${p.by}; Xiaoli cannot close a month yet`,
    taking: {
      pay: (p) =>
        `${p.month} is not closed yet; its cut-off is on ${p.until}. Until then its visit records can be corrected, and what is estimated may go up or down. Closing is up to ${p.by}; Xiaoli cannot close a month yet, and until it is closed nothing estimated is settled. Only one thing lowers what is earned: a doubtful check-in that is not accepted.`,
      team: (p) =>
        `Cut-off on ${p.until}; until then it may change. Closing is up to ${p.by}; Xiaoli cannot close a month yet`,
    },
    waiting: {
      pay: (p) =>
        `${p.month} is not closed yet${p.until === null ? "" : `; its cut-off was on ${p.until}`}. Closing is up to ${p.by}; Xiaoli cannot close a month yet, and until it is closed nothing estimated is settled. Only a doubtful check-in not accepted lowers what is earned, and that is ${p.month}'s whenever it is decided. Pay day is by your plan, but until Xiaoli can close a month it cannot show what was paid out: ask ${p.by}.`,
      team: (p) =>
        `${p.until === null ? "" : `Cut off on ${p.until}. `}Closing is up to ${p.by}; Xiaoli cannot close a month yet`,
    },
  },
  sellsNothing: (p) =>
    `Earnings from sales are listed here. You have no plan that pays by sales, so there is nothing to list. What waits for you is under “${p.tab}”`,
  toHome: (p) => `Go to “${p.tab}”`,
  noPlan: (p) =>
    `You have no plan yet. ${p.names ? `Ask ${p.names}` : "Ask an administrator"}; then every amount is listed here`,
  hadNoPlanIn: (p) => `You had no plan in ${p.month}, so there is no income`,
  noPlanIn: (p) =>
    `You have no plan for ${p.month}; confirmed sales pay 0 so far. ${p.names ? `${p.names} will write one` : "HR will write one"}; then every amount is listed here`,
  signedEarlier: (p) => `signed ${p.day}; counts in ${p.month}, when it was confirmed`,
  lost: {
    title: "No longer counted",
    was: (p) => `${p.money} was counted, but no longer since ${p.day}`,
    until: (p) => `a second person can be asked until ${p.until}`,
  },
  groupSum: (p) => `${p.name}: ${p.count} in all`,
  lineLabel: (p) => `${p.name}, ${p.amount} CNY, ${p.status}`,
  mySales: "My sales",
  line: {
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
    inDoubt: (p) => `Counted for now; to decide by ${p.until}: ${p.who}`,
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
    source: "Where this number comes from",
    toMoney: "See this month's pay",
  },
};
