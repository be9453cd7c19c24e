import type { Texts } from "../texts";

export const sales: Texts["sales"] = {
  record: {
    title: "Record a sale",
    whoConfirms: "your manager or finance",
    previewMonth: (p) => `Signed in ${p.signed}; confirmed now it counts in ${p.month}`,
    redoBy: (p) => `Corrected, submitted and confirmed by ${p.day} it counts in ${p.month}`,
    confirmBy: (p) => `Confirmed by ${p.day} it counts in ${p.month}; later, in the next month`,
    previewPending: (p) => `Not included: ${p.count} ${p.count === 1 ? "sale" : "sales"} to be confirmed (${p.money})`,
    keptNote: "It counts, and pays, once it is submitted and confirmed.",
    seeSale: "See this sale",
    large: {
      title: (p) => `${p.amount} CNY: is that right?`,
      change: "Change it",
      submit: "Yes, submit",
    },
    repeated: {
      title: "Recorded twice?",
      text: (p) =>
        `You submitted a sale of ${p.amount} CNY for this client, signed on ${p.day}, on ${p.at}. This one is not submitted yet.`,
      textKept: (p) =>
        `You recorded a sale of ${p.amount} CNY for this client, signed on ${p.day}, on ${p.at}; it is on this phone, to be uploaded.`,
      same: "The same sale",
      two: "Two sales",
    },
  },
  confirm: {
    toList: "Back to approvals",
    title: "To confirm",
    waiting: (p) => `Waiting for you: ${p.count}`,
    empty: "Nothing is waiting for you. New items appear here and reach you as a message",
    emptyAway: "You are away: nothing is put before you first",
    others: "Others are asked first; you can decide as well",
    more: "There is more, which comes up as these are decided",
    unread: "Too much waits for all of it to be looked through here. What is for you opens from its message, too",
    waitsFor: (p) => `${p.names} asked`,
  },
};
