import type { decisions as chinese } from "../zhCN/decisions";

const undecidedBy = (names: string[]): string => (names.length > 0 ? ` (it was for ${names.join(", ")} to)` : "");

/** What waits for somebody's decision, and what was decided. */
export const decisions: typeof chinese = {
  approval: {
    sale: {
      title: "Waiting for you",
      asked: (p) => `${p.who} has submitted an order of ${p.what} for you to confirm.`,
      stillAsked: (p) => `${p.who} submitted an order of ${p.what} on ${p.since}; nobody has confirmed it yet.`,
      askedForDays: (p) => `${p.who}'s order of ${p.what} has been waiting since ${p.since}; nobody has confirmed it.`,
      nobody: (p) =>
        `Nobody can confirm an order of ${p.who}: no unit above has a leader, and there is no finance. Name a department leader in WeCom, or ask the colleague who runs the server to set who is finance.`,
    },
    plan: {
      title: "Waiting for you",
      asked: (p) => `Version ${p.what} of “${p.who}” waits for your review.`,
      stillAsked: (p) => `Version ${p.what} of “${p.who}” was submitted on ${p.since}; publish it, or send it back.`,
      askedForDays: (p) =>
        `Version ${p.what} of “${p.who}” has been waiting since ${p.since} to be published or sent back.`,
      nobody: (p) =>
        `Version ${p.what} of “${p.who}” has no second person to publish it. Ask the colleague who runs the server to make one more person HR.`,
    },
    insteadOf: (p) => `In place of ${p.names.join(", ")}: ${p.sentence}`,
    review: {
      title: "Waiting for you",
      asked: (p) => `A check-in of ${p.who} at ${p.what} is in doubt: accept it, or say why not.`,
      answered: (p) =>
        `${p.who} has explained the check-in in doubt at ${p.what}: “${p.answer}”. Accept it, or say why not.`,
      stillAsked: (p) =>
        `A check-in of ${p.who} at ${p.what} has been in doubt since ${p.since}; nobody has decided yet.`,
      askedForDays: (p) => `A check-in of ${p.who} at ${p.what} has been waiting since ${p.since}; nobody has decided.`,
      nobody: (p) =>
        `Nobody can decide on a check-in of ${p.who} at ${p.what}: no unit above has another leader. Name a department leader in WeCom.`,
    },
    outside: {
      title: "Waiting for you",
      asked: (p) => `${p.who} has explained a check-in out of range at ${p.what}: accept it, or say why not.`,
      answered: (p) =>
        `${p.who} has explained a check-in out of range at ${p.what}: “${p.answer}”. Accept it, or say why not.`,
      stillAsked: (p) =>
        `A check-in of ${p.who} out of range at ${p.what} has been waiting since ${p.since}; nobody has decided yet.`,
      askedForDays: (p) =>
        `A check-in of ${p.who} out of range at ${p.what} has been waiting since ${p.since}; nobody has decided.`,
      nobody: (p) =>
        `Nobody can decide on a check-in of ${p.who} out of range at ${p.what}: no unit above has another leader. Name a department leader in WeCom.`,
    },
    unusual: {
      title: "Waiting for you",
      asked: (p) =>
        `A check-in of ${p.who} at ${p.what} counts, but something about it is unusual: accept it, or say why not.`,
      answered: (p) =>
        `${p.who} has explained what is unusual about a check-in at ${p.what}: “${p.answer}”. Accept it, or say why not.`,
      stillAsked: (p) =>
        `Something is unusual about a check-in of ${p.who} at ${p.what}. It has been waiting since ${p.since}; nobody has decided yet.`,
      askedForDays: (p) =>
        `Something is unusual about a check-in of ${p.who} at ${p.what}. It has been waiting since ${p.since}; nobody has decided.`,
      nobody: (p) =>
        `Something is unusual about a check-in of ${p.who} at ${p.what}, and nobody can decide on it: no unit above has another leader. Name a department leader in WeCom.`,
    },
    appeal: {
      title: "A second look",
      asked: (p) => `A check-in of ${p.who} at ${p.what} was not accepted: please look again, and decide.`,
      stillAsked: (p) =>
        `${p.who} has asked for a second look at a check-in at ${p.what} since ${p.since}; nobody has decided yet.`,
      askedForDays: (p) => `${p.who} has been waiting since ${p.since} for a second look at a check-in at ${p.what}.`,
      nobody: (p) =>
        `Nobody can take a second look at a check-in of ${p.who} at ${p.what}. Name a leader of a unit above in WeCom, or somebody for HR.`,
    },
    pin: {
      title: "A pin to confirm",
      asked: (p) => `${p.who} was at ${p.what} and says where it is. Confirm it, or say why not.`,
      stillAsked: (p) => `${p.who} said where ${p.what} is; it has been waiting since ${p.since}.`,
      askedForDays: (p) => `${p.who} said where ${p.what} is; nobody has decided since ${p.since}.`,
      nobody: (p) =>
        `Nobody can confirm where ${p.what} is, as ${p.who} says: no unit above has another leader. Name a department leader in WeCom.`,
    },
    duplicate: {
      title: "Clients that may be there twice",
      asked: (p) => `${p.who} and ${p.what} may be one client. Make them one, or say that they are two.`,
      stillAsked: (p) => `${p.who} and ${p.what} may be one client; it has been waiting since ${p.since}.`,
      askedForDays: (p) => `${p.who} and ${p.what} may be one client; nobody has decided since ${p.since}.`,
      nobody: (p) =>
        `${p.who} and ${p.what} may be one client, and nobody can decide. Name a department leader in WeCom.`,
    },
    companion: {
      title: "Were you there?",
      asked: (p) => `${p.who} says that you were at ${p.what} together. Please say whether you were.`,
      stillAsked: (p) => `${p.who} says that you were at ${p.what} together; it has been waiting since ${p.since}.`,
      askedForDays: (p) => `${p.who} says that you were at ${p.what} together, and has been waiting since ${p.since}.`,
      nobody: (p) => `Nobody can say whether they were at ${p.what} with ${p.who}.`,
    },
    visitQuestion: {
      title: "May a colleague come?",
      asked: (p) => `${p.who} wants to go to ${p.what} and asks whether they may.`,
      stillAsked: (p) => `${p.who} wants to go to ${p.what} and has been waiting for your answer since ${p.since}.`,
      askedForDays: (p) => `${p.who} wants to go to ${p.what} and has been waiting for your answer since ${p.since}.`,
      nobody: (p) => `Nobody can say whether ${p.who} may go to ${p.what}.`,
    },
    export: {
      title: "May it be exported?",
      asked: (p) => `${p.who} wishes to export ${p.what}, more than 1,000. Please allow or refuse it.`,
      stillAsked: (p) => `${p.who} wishes to export ${p.what}; it has been waiting since ${p.since}.`,
      askedForDays: (p) => `${p.who} wishes to export ${p.what}, and has been waiting since ${p.since}.`,
      nobody: (p) =>
        `${p.who} wishes to export ${p.what}, and no second person can allow it: no leader above, no other administrator. Name another administrator.`,
    },
    opening: {
      title: "Opening balances to check",
      asked: (p) =>
        `${p.who} has imported the opening balances of ${p.what} people. Check them before they are booked.`,
      stillAsked: (p) =>
        `${p.who} has imported the opening balances of ${p.what} people; they have been waiting since ${p.since}.`,
      askedForDays: (p) =>
        `${p.who} has imported the opening balances of ${p.what} people, and has been waiting since ${p.since}.`,
      nobody: (p) =>
        `Nobody can check the opening balances of ${p.what} people that ${p.who} has imported: it takes somebody of finance, HR or an administrator who has none in them. Name one.`,
    },
    reason: "For",
    unallowed: (p) => `${p.day}; else it lapses`,
    unanswered: (p) => `${p.time}; else they decide alone`,
    unconfirmed: (p) => `${p.day}; else it is not confirmed`,
    site: "Place",
    until: "Until",
    paidIn: { name: "Pay", value: (p) => `${p.month}, by the visit's day` },
    undecided: {
      inside: (p) => `${p.day}; else it counts`,
      doubtful: (p) => `${p.day}; else it counts`,
      unverified: (p) => `${p.day}; else it does not count`,
      outside: (p) => `${p.day}; else it does not count`,
      appealed: (p) => `${p.day}; else nothing changes`,
    },
    customer: "Client",
    amount: "Sum",
    signed: "Date",
    firstDay: "From",
    waitsTitle: "Still waiting",
    waits: (p) =>
      `${p.since === null ? "It" : `Submitted on ${p.since}, it`} is still waiting for ${p.names.join(", ")}, just reminded again. You may want to ask in person.`,
    reviewWaits: (p) =>
      `Your check-in is ${p.since === null ? "" : `since ${p.since} `}still waiting for ${p.names.join(", ")}, just reminded again. You may want to ask in person.`,
    pinWaits: (p) =>
      `${p.since === null ? "This pin" : `Since ${p.since} this pin`} waits for ${p.names.join(", ")}. They have been reminded; you may also ask them.`,
    companionWaits: (p) =>
      `${p.since === null ? "It is" : `Since ${p.since} it is`} waiting for ${p.names.join(", ")} to say that you went together. They have been reminded; you may also ask them.`,
    monthEnd: {
      until: (p) => `${p.day}, to count this month`,
      title: "Your sale is not confirmed yet",
      sentence: (p) =>
        `It is waiting for ${p.names.length > 0 ? p.names.join(", ") : "your manager or finance"}. Confirmed by ${p.day} it counts in ${p.month}, later in the next month. You may want to ask in person.`,
      over: (p) =>
        `${p.month} is over, and it still waits for ${p.names.length > 0 ? p.names.join(", ") : "a leader or finance"}: confirmed now it counts in ${p.next}. You may ask in person.`,
    },
    nobodyTitle: "Nobody can decide",
    overTitle: "Nothing left to do",
    over: {
      mended: (p) => `${p.who} checked in again at ${p.what} that day, which settles it. You need not decide.`,
    },
  },
  visitQuestion: {
    title: { welcome: "You may go", declined: "Rather not now", lapsed: "No answer" },
    sentence: {
      welcome: (p) => `${p.who} says that you may go to ${p.customer}.`,
      declined: (p) =>
        `${p.who} would rather that you did not go to ${p.customer}. If you go all the same, say why as you check in: they and your leader can read it.`,
      lapsed: (p) => `${p.who} has not answered within a day whether you may go to ${p.customer}. You decide.`,
    },
    word: "Word",
    overruled: {
      title: "A colleague went all the same",
      sentence: (p) => `${p.who} went to ${p.customer} all the same and has said why; your leader can read it too.`,
    },
    reason: "Why",
  },
  companionClosed: {
    declined: {
      title: "A colleague was not there",
      sentence: (p) =>
        `${p.who} says not to have been at ${p.customer} with you. Your visit counts as before; its record says who was named.`,
    },
    lapsed: {
      title: "Going together was not confirmed",
      sentence: (p) =>
        `${p.who} has not said within seven days whether you went to ${p.customer} together, so it stays unconfirmed. Your visit counts as before.`,
    },
  },
  dayJudged: {
    pay: "Pay",
    madeOf: "Of it",
    payOf: (p) => `${p.month ?? "this month"} ${p.gain}`,
    visits: "Visit",
    visitsChange: { more: "one more counts", less: "one less counts" },
    asked: "Also",
    askedToo: (p) => `the one of ${p.time} waits as well`,
    counts: "A visit counts now",
    lost: "A visit counts no more",
    askedAnew: "A check-in waits",
    accepted: (p) => `${p.by} has accepted another check-in of that day at this client: ${p.reason}`,
    rejected: (p) => `${p.by} has not accepted another check-in of that day at this client: ${p.reason}`,
    byAnother: "There is another check-in or record of that day at this client, so its visit was judged anew.",
  },
  pinDecided: {
    accepted: {
      title: "Pin confirmed",
      sentence: (p) => `${p.by} confirmed the pin as you said; check-ins there go by it now. ${p.reason ?? ""}`.trim(),
    },
    rejected: {
      title: "Pin not taken",
      sentence: (p) =>
        `${p.by} did not take the pin that you proposed: ${p.reason ?? ""}. It stays where it was; you may propose again from there.`,
    },
    checkInRejected: {
      title: "Pin not taken",
      sentence: (p) =>
        `${p.by} did not take the pin that your check-in proposed: ${p.reason ?? ""}. The check-in is not lost by that: your manager still decides on it, and without a decision it counts.`,
    },
    takenBack: {
      title: "Pin put back",
      sentence: (p) =>
        `${p.by} no longer confirms this pin: ${p.reason ?? ""}. It is where it was before; check-ins so far stay as they are.`,
    },
    typedAccepted: {
      title: "Pin confirmed",
      sentence: (p) => `${p.by} confirmed the pin that you gave; check-ins there go by it. ${p.reason ?? ""}`.trim(),
    },
    typedRejected: {
      title: "Pin not confirmed",
      sentence: (p) =>
        `${p.by} did not confirm the pin that you gave: ${p.reason ?? ""}. Check-ins still go by it; please correct it at the client's.`,
    },
    overtaken: {
      title: "Pin set by a manager",
      sentence: (_) =>
        "A manager has set this pin; check-ins there go by it now. If it is wrong, propose again from there.",
    },
    lapsed: {
      title: "Pin not decided",
      sentence: (_) =>
        "Nobody has decided on the pin that you proposed, and where you stood has been deleted in its time. The pin stays where it was; you may propose again from there.",
    },
    replaced: {
      title: "Pin proposed anew",
      sentence: (_) =>
        "A colleague has proposed this pin later, and a manager decides on that; where you stood has been deleted. If it is wrong, propose again from there.",
    },
  },
  customersMerged: {
    merged: {
      title: "Two clients are one now",
      desc: (p) => `${p.other} is ${p.customer} now`,
      sentence: (p) =>
        `${p.by} finds that they are the same. All records stay as they are; what is signed from ${p.day} on counts for the owners of the remaining one. If that is wrong, a manager can undo it for 7 days.`,
    },
    undone: {
      title: "Two clients are two again",
      desc: (p) => `${p.other} is no longer ${p.customer}`,
      sentence: (p) =>
        `${p.by} has undone it: owners, places and contacts are back. Visits and sales recorded since then stay with the one that they were recorded for.`,
    },
  },
  ownersImported: {
    title: "Clients have other owners",
    titleNew: "New clients are yours",
    sentenceNew: (p) =>
      `${p.by} has imported a table of clients: ${p.added} new ${p.added === 1 ? "one is" : "ones are"} yours, and stand in Clients. If that is wrong, ask ${p.by}.`,
    sentenceUndone: (p) =>
      `${p.by} has taken an import of clients back: ${p.lost} of yours came with it, nobody had worked with them, and they are gone. If that is wrong, ask ${p.by}.`,
    sentence: (p) =>
      `${p.by} has ${p.byHand ? "changed the owners of several clients" : "imported a table of clients"}: ${p.added > 0 ? `${p.added} new ones are yours; ` : ""}from ${p.day} on ${[...(p.gained > 0 ? [`${p.gained} more are yours`] : []), ...(p.lost > 0 ? [`${p.lost} are yours no more`] : [])].join(", ")}. Earlier orders and visits stay with whoever had them; if that is wrong, ask ${p.by}.`,
  },
  ownersChanged: {
    reason: "Reason",
    gained: {
      title: "A client is given to you",
      sentence: (p) =>
        `${p.by} gives you this client: it is yours from ${p.day} on${p.others.length > 0 ? `, ${p.others.join(", ")} had it` : ""}. ${p.part === null ? "What is signed from then on counts" : `Of what is signed from then on ${p.part} counts`} for you; earlier orders and visits stay with whoever had it.`,
    },
    kept: {
      title: "A client stays yours",
      sentence: (p) =>
        `${p.by} has changed who has it: from ${p.day} on it is ${p.others.length > 0 ? `yours with ${p.others.join(", ")}` : "still yours"}${p.part === null ? "" : `: of what is signed ${p.part} counts for you`}.`,
    },
    lost: {
      title: "A client goes to somebody else",
      sentence: (p) =>
        `${p.by} gives this client to ${p.others.join(", ")} from ${p.day} on. Earlier orders and visits stay yours; if that is wrong, ask ${p.by}.`,
    },
  },
  reviewClosed: {
    accepted: { title: "Check-in accepted", sentence: (p) => `${p.by} has accepted it: ${p.reason}` },
    rejected: {
      title: "Check-in not accepted",
      sentence: (p) => `${p.by} has not accepted it, so the visit does not count: ${p.reason}`,
    },
    ways: {
      next: "Next",
      appeal: (p) => `appeal by ${p.until}`,
      again: { name: "Today", value: "a check-in there counts too" },
      last: "Questions",
      ask: (p) => `ask ${p.by}`,
    },
    record: {
      name: "Visit",
      due: (p) => `record due ${p.until}`,
      none: "no record, so it does not count",
    },
    unrecorded: {
      title: "No complete record: it does not count",
      sentence: () =>
        "No complete record was written within 24 hours, so this check-in brings no visit, and nobody has to decide on it any more.",
    },
    countsUndecided: {
      title: "Check-in counts",
      sentence: (p) => `Nobody has decided within seven days${undecidedBy(p.names)}, so this check-in counts.`,
    },
    appealAccepted: {
      title: "Accepted after all",
      sentence: (p) => `${p.by} has looked again and accepted this check-in: ${p.reason}`,
    },
    appealRejected: {
      title: "Not accepted again",
      sentence: (p) =>
        `${p.by} has looked again and not accepted this check-in either, so it does not count, and nobody looks again: ${p.reason}`,
    },
    secondAccepted: {
      title: "Your decision was changed",
      sentence: (p) => `You did not accept this check-in; ${p.by} has looked at it again and accepts it: ${p.reason}`,
    },
    secondRejected: {
      title: "Your decision stands",
      sentence: (p) => `You did not accept this check-in, and after a second look ${p.by} does not either: ${p.reason}`,
    },
    appealLapsed: {
      title: "No second look",
      sentence: (p) =>
        `Nobody has looked again within seven days${p.names.length > 0 ? ` (${p.names.join(", ")})` : ""}, so the decision stands and this check-in does not count.`,
    },
    outsideLapsed: {
      title: "Check-in does not count",
      sentence: (p) =>
        `Nobody has decided within seven days${undecidedBy(p.names)}, so this check-in out of range does not count. Say something more about it, and they are asked again.`,
    },
    lapsed: {
      title: "Check-in does not count",
      sentence: (p) =>
        `Nobody has decided within seven days${undecidedBy(p.names)}, so this check-in does not count. Say something about it, and they are asked again.`,
    },
  },
};
