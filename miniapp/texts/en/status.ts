import type { Texts } from "../texts";

export const status: Texts["status"] = {
  money: { estimated: "Estimated", earned: "Earned", payable: "Payable", paid: "Paid", offset: "Offset" },
  visit: {
    recordDue: "Needs record",
    recordDueInDoubt: "In doubt · needs record",
    effective: "Counted",
    inDoubt: "Counted for now",
    waits: "Not counted yet",
    rejected: "Not accepted",
    appealed: "Second look",
    outside: "Outside",
    repeated: "Not counted twice",
    mended: "Replaced",
    notCounted: "Not counted",
  },
  sale: { submitted: "To confirm", returned: "Returned", confirmed: "Confirmed", cancelled: "Withdrawn" },
  queue: {
    waiting: "To upload",
    sending: "Uploading",
    confirmed: "Confirmed",
    refused: "Needs you",
    failed: "Failed",
    outdated: "Update",
    held: "Waits",
  },
  customer: { mine: "Mine" },
  meaning: {
    title: "Four states",
    note: "Each amount is in one state only",
    open: "What they mean",
    estimated:
      "Estimated: the part that is settled when the month closes. It may go up or down. If your plan has no such part, this stays 0.00.",
    earned:
      "Earned: month end will not change this part. Pay for a visit goes where its doubtful check-in is not accepted, and we tell you why; nothing else lowers it.",
    payable: "Payable: ready to be paid. The plan says when: open its line, then the plan.",
    paid: "Paid: the money has reached you.",
  },
  deciders: {
    leader: "your manager",
    second: "a second person",
    nobody: "your manager (nobody can now; administrators were told)",
  },
  paidIn: (p) => `It goes by the day of the visit: ${p.month}'s pay, in whichever month it is decided.`,
};
