import { returnReasonsIn } from "@shared/domain/returnReasons";
import type { Texts } from "../texts";

export const sales: Texts["sales"] = {
  record: {
    title: "Record a sale",
    customer: "Client",
    chooseCustomer: "Choose a client",
    amount: "Amount",
    amountHint: "0.00",
    signedOn: "Signed on",
    todayWord: "(today)",
    dayFollowed: (p) =>
      `Signed today, ${p.today}? This was begun on ${p.from}: change the day if it was signed earlier`,
    dayReckoned: (p) => `No connection: by this phone's date it is signed on ${p.today}; change it if that is wrong`,
    contractNo: "Contract no.",
    contractNoHint: "optional",
    whoConfirms: "your manager or finance",
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
    previewMonth: (p) => `Signed in ${p.signed}; confirmed now it counts in ${p.month}`,
    redoBy: (p) => `Corrected, submitted and confirmed by ${p.day} it counts in ${p.month}`,
    confirmBy: (p) => `Confirmed by ${p.day} it counts in ${p.month}; later, in the next month`,
    previewPending: (p) => `Not included: ${p.count} ${p.count === 1 ? "sale" : "sales"} to be confirmed (${p.money})`,
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
      `Saved on this phone at ${p.time}; it stays signed on ${p.day}. The company does not have it yet: it is submitted by itself once you are online, and counts once.`,
    keptNote: "It counts, and pays, once it is submitted and confirmed.",
    keptEstimate: "The figures before were this phone's estimate.",
    keptLeft: "It waits here no more. Whether the company has it shows once you are online.",
    keptDropped:
      "This sale was deleted from what waits, and was not submitted. What you typed is still here to go on with.",
    goOn: "Go on",
    changesQueued:
      "This sale is on this phone and not submitted yet. Change it here and submit again: it is uploaded as changed.",
    seeSale: "See this sale",
    another: "Record another",
    withdrawn: "This sale is withdrawn",
    notReturned: "This sale is not returned any more: there is nothing to correct",
    returned: (p) => `Returned: ${p.reason}`,
    draftSaved: (p) => `Draft saved ${p.time}`,
    large: {
      title: (p) => `${p.amount} CNY: is that right?`,
      than: {
        limit: (p) => `This is more than the company's limit of ${p.sum} for one sale.`,
        largest: (p) =>
          `This is more than ten times ${p.name === null ? "your" : `${p.name}'s`} largest sale of the last 12 months, ${p.sum}.`,
        target: (p) =>
          `This is more than ten times ${p.name === null ? "your" : `${p.name}'s`} target of this month, ${p.sum}.`,
      },
      check: "Look at the zeros and the decimal point.",
      unsaid: "This is far more than usual. Look at the zeros and the decimal point.",
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
    faults: {
      customerId: "No client yet. Choose the one that this sale belongs to",
      amountFen: "No amount yet. Write the contract's, such as 12000 or 1000.5",
      amountTooLarge: (p) =>
        `One sale can be ${p.max} CNY at most, so this amount cannot be submitted. Look for a zero too many; if it is right, ask an administrator to raise the limit.`,
      amountNoSum: "This is not an amount. Write 12000 or 1000.5, above 0, with two decimals at most",
      contractNo: "A contract number has 60 characters at most. Shorten it and submit again",
    },
  },
  confirm: {
    title: "To confirm",
    next: "See the next one",
    toList: "Back to approvals",
    waiting: (p) => `Waiting for you: ${p.count}`,
    empty: "Nothing is waiting for you. New items appear here and reach you as a message",
    emptyAway: "You are away: nothing is put before you first",
    others: "Others are asked first; you can decide as well",
    more: "There is more, which comes up as these are decided",
    unread: "Too much waits for all of it to be looked through here. What is for you opens from its message, too",
    confirm: (p) => `Confirm ${p.amount} CNY`,
    large: { back: "Look again", yes: "Yes, confirm" },
    equal: (p) =>
      `There is another sale of the same client, day and amount (${p.state}, ${p.day})${p.deniedBy ? `; ${p.deniedBy} says that they are two` : ""}.`,
    sameClients: {
      one: (p) => `This client may be “${p.name}” (${p.why}; ${p.owner}).`,
      hidden: (p) =>
        `${p.count} more ${p.count === 1 ? "client" : "clients"} outside your team may be this one; an administrator decides.`,
      first: "If it is the same, make them one before you confirm: a new-client reward cannot be taken back.",
      look: "See whether it is the same",
    },
    firstOrder: "This is the client's first order: plans with a new-client reward count it once it is confirmed.",
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
    waitsFor: (p) => `${p.names} asked`,
    decides: "Confirmed, it cannot be changed; sent back, it can be submitted again at once.",
  },
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
    final: {
      mine: "A confirmed sale cannot be changed; corrections and refunds are not in Xiaoli yet. If something is wrong, tell your manager and finance.",
      leader:
        "A confirmed sale cannot be changed; corrections and refunds are not in Xiaoli yet. If something is wrong, tell finance.",
      finance:
        "A confirmed sale cannot be changed; corrections and refunds are not in Xiaoli yet. If something is wrong, write it down until Xiaoli can correct it.",
    },
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
  list: {
    title: "My sales",
    empty: "No sales yet. When one is signed, tap Record a sale at the client",
  },
};
