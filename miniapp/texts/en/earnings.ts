import type { earnings as chinese } from "../zhCN/earnings";

export const earnings: typeof chinese = {
  title: "Earnings",
  previous: "Previous month",
  next: "Next month",
  hints: {
    estimated: "Settled at month end; may go up or down",
    earned: "Settled. Pay for a visit goes only where its doubtful check-in is not accepted",
    payable: "Ready: at once where the plan says so, else on pay day",
    paid: "Paid out to you",
  },
  pending: (p) => `${p.count} ${p.count === 1 ? "sale" : "sales"} to be confirmed, ${p.money} in all`,
  states: "Pay in four states",
  lines: "Lines",
  empty: "Nothing yet this month. The first entry shows up here within seconds",
  emptyMonth: (p) => `No income in ${p.month}`,
  sellsNothing: (p) =>
    `Earnings from sales are listed here. You have no plan that pays by sales, so there is nothing to list. What waits for you is under “${p.tab}”`,
  toHome: (p) => `Go to “${p.tab}”`,
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
  inDoubt: (p) => `Counted for now; to decide by ${p.until}: ${p.who}`,
  opening: "Opening balances",
};
