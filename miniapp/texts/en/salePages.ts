import type { salePages as chinese } from "../zhCN/salePages";

export const salePages: typeof chinese = {
  detail: {
    title: "Sale",
    rep: "Sales rep",
    signedOn: "Signed on",
    contractNo: "Contract no.",
    none: "not given",
    submittedAt: "Submitted",
    submittedFirst: "First submitted",
    resubmittedAt: "Submitted again",
    keptAt: "Recorded",
    changeKept: "Change it",
    waitsFor: "Waiting for",
    noDeadline: "No deadline: it waits until it is decided",
    reminders: (p) =>
      `Whoever decides is reminded ${p.firstHours} and ${p.lastHours} hours after it was submitted. Messages go out on working days from 8:00 to 20:00 only.`,
    toldFrom: (p) => `It is not that time now: they are told from ${p.time} on.`,
    countsFor: "Counts for",
    countsForTeam: "the team, nobody's pay",
    confirmedAt: (p) => `Confirmed by ${p.name}`,
    howComputed: "See how it is calculated",
    withdraw: "Withdraw this sale",
    restore: "Restore this sale",
    again: "Record one like it",
    edit: "Correct and submit",
    withdrawTitle: (p) => `Withdraw ${p.amount} CNY of ${p.customer}?`,
    withdrawNote:
      "It will not be confirmed or booked. The record stays, so you can restore it if you tapped by mistake.",
    keep: "Keep it",
    footsteps: "Visits behind this sale",
  },
  praise: {
    title: "Praise",
    willSay: (p) => `The group of ${p.group} will read this; it cannot be undone:`,
    askFirst: (p) => `${p.name} wants to be asked first. If the answer is yes, the group will read:`,
    group: "Praise in the group",
    ask: (p) => `Ask ${p.name} first`,
    waitsForAnswer: (p) =>
      `${p.name} has been asked. If the answer is yes it goes to the group, otherwise it is a private thank-you`,
    question: {
      title: (p) => `${p.name} would like to praise you in the group`,
      agree: "Yes, in the group",
      decline: "In private, please",
      agreed: (p) => `Thank you. ${p.name}'s praise goes to the group (working days, 8:00 to 20:00).`,
      declined: (p) => `All right, not in the group. ${p.name}'s thanks reach you in private.`,
    },
    private: "Say thank you in private",
    notWanted: (p) => `${p.name} prefers not to be named in the group`,
    noGroup: "This team's group has no robot yet, so thanks can only be private",
    said: {
      group: (p) => `${p.name} praised it in the group, ${p.time}`,
      private: (p) => `${p.name} said thank you, ${p.time}`,
    },
    state: { waiting: "; being sent (working days, 8:00 to 20:00)", unsure: "; it may not have arrived" },
  },
  seen: {
    title: "Sales",
    state: "State",
    all: "All",
    empty: "No sales yet. What reps record is listed here",
    emptyOfState: "No sales in this state",
  },
  list: {
    title: "My sales",
    empty: "No sales yet. When one is signed, tap Record a sale at the client",
  },
};
