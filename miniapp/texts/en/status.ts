import type { Texts } from "../texts";

export const status: Texts["status"] = {
  money: { estimated: "Estimated", earned: "Earned", payable: "Payable", paid: "Paid", offset: "Offset" },
  checkIn: {
    inside: "Counted",
    doubtful: "In doubt",
    outside: "Outside",
    unverified: "Unverified",
    repeated: "Not counted twice",
    mended: "Made good",
    accepted: "Accepted",
    rejected: "Not accepted",
  },
  visit: { pending: "Record due", effective: "Counted", notCounted: "Not counted", draft: "Draft" },
  sale: { submitted: "To confirm", returned: "Returned", confirmed: "Confirmed", cancelled: "Cancelled" },
  customer: { mine: "Mine" },
  meaning: {
    title: "Four states",
    note: "Four states, read apart, never added up",
    open: "What they mean",
    estimated:
      "Estimated: what this month would bring if it closed now. The team factor is fixed at month end and may go either way.",
    earned: "Earned: only a refund or a correction lowers it, and we say why.",
    payable: "Payable: released, with its pay day below.",
    paid: "Paid: the money has reached you; the day and the channel are written down.",
  },
};
