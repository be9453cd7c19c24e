import { returnReasonsIn } from "@shared/domain/returnReasons";
import type { sales as chinese } from "../zhCN/saleForms";
import { sales as first } from "./sales";

const record: (typeof chinese)["record"] = {
  ...first.record,
  customer: "Client",
  chooseCustomer: "Choose a client",
  amount: "Amount",
  amountHint: "0.00",
  signedOn: "Signed on",
  todayWord: "(today)",
  dayFollowed: (p) => `Signed today, ${p.today}? This was begun on ${p.from}: change the day if it was signed earlier`,
  dayReckoned: (p) => `No connection: by this phone's date it is signed on ${p.today}; change it if that is wrong`,
  contractNo: "Contract no.",
  contractNoHint: "optional",
  whatItBrings: (p) => `What it brings once ${p.names} confirms`,
  previewLine: (p) => `Commission ${p.amount} CNY`,
  progress: (p) => `${p.month} ${p.from} → ${p.to} · ${p.fromPercent} → ${p.toPercent}`,
  edgeIncluded: (p) => `Exactly ${p.edge} still pays ${p.rate}; one fen more pays ${p.next}`,
  edgeExcluded: (p) => `Below ${p.edge} pays ${p.rate}, from ${p.edge} on ${p.next}`,
  previewNeedsAmount: "Type the amount to see what it brings",
  previewUnavailable:
    "What this sale brings cannot be calculated now: there is no network, or the phone does not know this rule yet. The booked amount counts",
  previewNothing: "You are on no plan that pays on sales, so this sale brings no commission",
  previewOthers: (p) =>
    `This client was not yours on the day it was signed; the sale counts for ${p.names || "the team and nobody's pay"}`,
  previewParts: (p) =>
    `${p.total} in all: this sale ${p.own}${p.others ? `, rest of the month ${p.others}` : ""}${p.rewards ? `, rewards ${p.rewards}` : ""}`,
  previewShare: (p) => `Your part ${p.part} / ${p.whole}`,
  previewLeftOut: (p) => `This phone's estimate; the booked amount counts. Not including: ${p.what}`,
  leftOut: {
    shares: "clients shared with others",
    firstOrder: "new-client rewards",
    units: "what the sale does to the team's result",
  },
  previewSplit: (p) => `This sale ${p.own}, rest of the month ${p.others}`,
  submit: (p) => `Submit ${p.amount} CNY`,
  submitEmpty: "Type the amount first",
  resubmit: (p) => `Submit again ${p.amount} CNY`,
  sending: "Submitting…",
  done: (p) => `Submitted: ${p.names} confirms it, and you will be told`,
  kept: (p) =>
    `Saved on this phone at ${p.time}; it stays signed on ${p.day}. The company does not have it yet: ${p.needsYou ? "it is submitted after you have dealt with it" : "it is submitted by itself once you are online"}, and counts once.`,
  keptEstimate: "The figures before were this phone's estimate.",
  keptLeft: "It waits here no more. Whether the company has it shows once you are online.",
  keptDropped:
    "This sale was deleted from what waits, and was not submitted. What you typed is still here to go on with.",
  goOn: "Go on",
  changesQueued:
    "This sale is on this phone and not submitted yet. Change it here and submit again: it is uploaded as changed.",
  another: "Record another",
  withdrawn: "This sale is withdrawn",
  notReturned: "This sale is not returned any more: there is nothing to correct",
  returned: (p) => `Returned: ${p.reason}`,
  draftSaved: (p) => `Draft saved ${p.time}`,
  faults: {
    customerId: "No client yet. Choose the one that this sale belongs to",
    amountFen: "No amount yet. Write the contract's, such as 12000 or 1000.5",
    amountTooLarge: (p) =>
      `One sale can be ${p.max} CNY at most, so this amount cannot be submitted. Look for a zero too many; if it is right, ask an administrator to raise the limit.`,
    amountNoSum: "This is not an amount. Write 12000 or 1000.5, above 0, with two decimals at most",
    contractNo: "A contract number has 60 characters at most. Shorten it and submit again",
  },
};

const confirm: (typeof chinese)["confirm"] = {
  ...first.confirm,
  next: "See the next one",
  confirm: (p) => `Confirm ${p.amount} CNY`,
  large: { back: "Look again", yes: "Yes, confirm" },
  equal: (p) =>
    `There is another sale of the same client, day and amount (${p.state}, ${p.day})${p.deniedBy ? `; ${p.deniedBy} says that they are two` : ""}.`,
  sentBack: (p) => `Returned before: ${p.reason}`,
  unchanged: "Nothing is changed since",
  changed: (p) => `${p.what}: ${p.from} → ${p.to}`,
  return: "Return",
  returnTitle: "Why do you return it?",
  returnNote: (p) => `${p.name} sees this and can submit again`,
  reasons: returnReasonsIn("en"),
  reasonHint: "Say why in a sentence",
  reasonMissing: "Give a reason so that it can be corrected",
  sendBack: "Return this sale",
  confirmed: (p) =>
    p.names
      ? `Confirmed. It reaches the earnings of ${p.names} within seconds`
      : "Confirmed. It counts for the team and for nobody's pay",
  returned: (p) => `Returned to ${p.name}`,
  own: "This is your own sale: your manager or finance confirms it",
  effect: (p) => `Once confirmed, ${p.team} is at ${p.to} in ${p.month} (now ${p.from})`,
  footsteps: "Visits before signing",
  noFootsteps: "No visit that counts before signing",
  footstepsUnseen:
    "You cannot see the visits behind this sale: only the rep, colleagues who share the client, the team's leaders, whoever decides for one who is away, and auditors can",
  decides: "Confirmed, it cannot be changed; sent back, it can be submitted again at once.",
};

export const sales: typeof chinese = { ...first, record, confirm };
