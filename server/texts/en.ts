import type { ServerTexts } from "./index";
import { englishFormat, stampTime } from "./format";

const undecidedBy = (names: string[]): string => (names.length > 0 ? ` (it was for ${names.join(", ")} to)` : "");

export const en: ServerTexts = {
  format: englishFormat,
  language: "en",
  source: "Xiaoli",
  joined: (parts) => parts.join(" · "),
  ownSentence: (sentence) => ` ${sentence.en}`,

  photo: (p) => [
    p.place,
    `${p.who} · ${stampTime(p.at)}`,
    `Received by the server ${stampTime(p.receivedAt)}: the server's time counts`,
  ],

  siteCode: (p) => ({
    title: "Client code",
    use: "Scan this code on the check-in page of Xiaoli to show that you are here. Please put it up inside, and do not pass it on.",
    made: `Made ${stampTime(p.at)}. It counts no more once another is made`,
  }),

  earnings: {
    ofSale: (p) => `The amount of the sale ${p.of}`,
    ofLine: "The sum of the sales below",
  },
  saleWin: {
    title: "Order confirmed",
    sentence: (p) => `Congratulations on the order of ${p.amount}. Its commission is in this month's pay. Keep it up!`,
    plain: (p) => `Congratulations on the order of ${p.amount}. Keep it up!`,
    zeroByTeam: (p) =>
      ` The team is at ${p.percent}, so its factor is 0. This order's commission counts once the team gets there.`,
    zeroByMore: (p) => ` The team is at ${p.percent}, so its factor is 0. For now this order earns no commission.`,
    noPlan: " You have no plan that pays on sales, so this order earns no commission for now.",
    othersSale: " It counts for the owner of this client, so you earn no commission on it.",
    house:
      " Nobody owned this client on the day it was signed, so it counts for the house and earns nobody commission.",
    countsLater: (p) => ` Signed on ${p.signedOn} and confirmed on ${p.confirmedOn}, it counts in ${p.month}.`,
    countsIn: (p) => ` It counts in ${p.month}.`,
    pays: (p) => `+${p.amount}`,
    estimated: "for this order, estimated",
    earned: "for this order, earned",
    payable: "for this order, to be paid",
    myMonth: (p) => p.month ?? "Mine",
    team: "Team",
    payRow: "Pay",
    shareRow: "Share",
    share: (p) => `${p.part} / ${p.whole}`,
    othersRow: "Other",
    rewardsRow: "Rewards",
    jump: "See how it adds up",
  },
  saleWinManager: {
    title: "Your team won an order",
    proposals: {
      yes: (p) => `${p.name} won an order of ${p.amount}. A word of praise in public would be well placed.`,
      ask: (p) => `${p.name} won an order of ${p.amount}. Ask before you praise it in the group.`,
      no: (p) => `${p.name} won an order of ${p.amount}. A word of thanks in private would be well placed.`,
    },
    progress: "Team",
    fromTo: (p) => `${p.before} → ${p.after}`,
    praise: "Named",
    mayPraise: {
      yes: (p) => `${p.name} may be named`,
      ask: (p) => `${p.name} wants to be asked`,
      no: (p) => `${p.name} prefers not`,
    },
  },
  praise: {
    askTitle: "May we praise you in the group?",
    ask: (p) => `${p.byName} would like to praise your order of ${p.amount} in the group. Open it to choose.`,
    stillAskTitle: "Still waiting for your answer",
    until: "Reply",
    untilValue: (p) => `by ${p.until}, else unsaid`,
    unansweredTitle: "No answer",
    unanswered: (p) =>
      `${p.name} has not said whether the order of ${p.amount} may be praised in the group, so the group has not heard it. A word of thanks in private would be well placed.`,
    title: (p) => `Thank you from ${p.byName}`,
    sentence: (p) => `The order of ${p.amount}: well done!`,
  },
  nearTarget: {
    title: "Nearly there",
    ofTarget: "of the month's target",
    best: "Sell",
    sell: (p) => `${p.amount}: ${p.gain}`,
    sentence: (p) => `You have sold ${p.actual} this month, ${p.remaining} to go to your target. Keep it up!`,
  },
  teamLag: {
    title: "Your team could use a hand",
    sentence: () =>
      "You are well ahead while the team is behind. Please help the team along, for example by sharing clients.",
    mine: "Mine",
    team: "Team",
    forYou: "You",
    gain: (p) => `+${p.gain} at ${p.percent}`,
    helps: "Ideas",
    offers: "share leads (splits first)",
  },

  payCorrected: {
    title: "Pay recalculated",
    months: (p) => (p.count === 1 ? p.newest : `${p.newest} and ${p.count - 1} more`),
    sentence: (p) => `${p.why} Altogether this changes your pay by ${p.gain}.`,
    change: (p) => `${p.before} → ${p.after} (${p.gain})`,
    fromTo: (p) => `${p.before} → ${p.after}`,
    others: "More",
    othersCount: (p) => (p.count === 1 ? "one more month" : `${p.count} more months`),
  },

  nextSteps: {
    title: "Planned for today",
    sentence: (p) => {
      const names = p.names.slice(0, 6).join(", ");
      return `${p.names.length} planned for today: ${names}${p.names.length > 6 ? " and others" : ""}.`;
    },
    nth: (p) => `No. ${p.n}`,
  },
  targetsMissing: {
    title: "Targets not published",
    sentence: (p) =>
      `${p.names.join(", ")}: no target for ${p.month} yet. These teams see no progress, and what is paid by attainment stays 0. Please publish the targets.`,
  },
  targetsPublished: {
    title: "Targets published",
    changedTitle: "Targets changed",
    own: (p) => `${p.by} has published your target for ${p.month}: ${p.target}.`,
    ownChanged: (p) => `${p.by} has changed your target for ${p.month} to ${p.target}.`,
    units: (p) =>
      `${p.by} has published targets for ${p.month}: ${p.names.slice(0, 4).join(", ")}${p.names.length > 4 ? ` and ${p.names.length - 4} more` : ""}.`,
    reason: (p) => `Reason: ${p.reason}`,
    sentences: (parts) => parts.join(" "),
    before: "Before",
    target: "Target",
    nth: (p) => `Target ${p.n}`,
    from: "From",
    whole: (p) => `${p.day}, for the whole month`,
  },
  visitTarget: {
    title: "Effective visits a week",
    from: (p) => `From ${p.day}`,
    said: (p) =>
      `${p.by} expects ${p.count} effective ${p.count === 1 ? "visit" : "visits"} a week of you, from ${p.day} on.`,
    none: (p) => `${p.by} expects no number of effective visits a week any more, from ${p.day} on.`,
    before: "Before",
    now: "Now",
    perWeek: (p) => `${p.count} a week`,
  },
  signals: {
    title: "Something to explain about a check-in",
    sentence: (p) =>
      `${p.count} ${p.count === 1 ? "thing is" : "things are"} unusual. The verdict has not changed, and nothing is deducted. Only you see it now: open it and say what happened. From ${p.from} on your leader sees it with what you say.`,
  },
  device: {
    title: "Signed in on a new device",
    unnamed: "A device without a name",
    via: { weapp: "WeCom mini-program", h5: "Browser" },
    sentence: (p) =>
      `Your account was first used on this device at ${p.at}. If that was you, there is nothing to do. If not, open My devices and tap Not me: it is signed out at once.`,
  },
  looked: {
    title: "Somebody viewed your data",
    sentence: (p) =>
      `${p.name} viewed your ${p.what}. You asked to be told; you can switch it off where you see who has viewed your data.`,
    what: {
      "checkIn.read": "visits and check-ins",
      "sale.read": "sale",
      "member.read": "results and visits",
      "review.read": "check-in in doubt",
      "refusal.read": "upload that was refused",
    },
  },
  zeroWithoutPlan:
    "You have no plan for this month yet, so confirmed sales pay 0 for now. HR writes it; then they are computed again",
  plansMissing: {
    title: "No pay plan yet",
    sentence: (p) =>
      `${p.names.slice(0, 6).join(", ")}${p.names.length > 6 ? ` and ${p.names.length - 6} more` : ""}: no plan for ${p.month}. What they sell pays 0 until there is one. Please write and publish it.`,
  },
  recordsDue: {
    title: "Visit records missing",
    sentence: (p) =>
      `${p.count === 1 ? "One check-in has" : `${p.count} check-ins have`} no visit record yet. To count, the first has to be written by ${p.until}.`,
    incomplete: (p) =>
      `${p.count === 1 ? "One check-in has" : `${p.count} check-ins have`} no visit record, or one without a required step. To count, the first has to be completed by ${p.until}.`,
    until: (p) => `by ${p.until}`,
  },
  heldDigest: {
    title: "More messages",
    sentence: (p) =>
      `${p.count} more ${p.count === 1 ? "message is" : "messages are"} under Messages; they were not sent one by one.`,
    nth: (p) => `No. ${p.n}`,
  },
  recordsLapsed: {
    title: "Visits that do not count",
    sentence: (p) =>
      `${p.count} ${p.count === 1 ? "check-in has" : "check-ins have"} no complete record after 24 hours and do not count as visits. You can still write it down: it is kept, but does not count.`,
    unwritten: (p) => `${p.at}, no record`,
    incomplete: (p) => `${p.at}, steps missing`,
  },
  factorCrossed: {
    title: "Your pay has moved",
    estimated: "your pay, estimated",
    reached: (p) => `${p.unit}: a step is reached, and your pay of ${p.month ?? "this month"} moves by ${p.gain}.`,
    lost: (p) => `${p.unit}: below a step again, and your pay of ${p.month ?? "this month"} moves by ${p.gain}.`,
    levels: { team: "Team", branch: "Unit", company: "All" },
    factor: "Rate",
    fromTo: (p) => `${p.before} → ${p.after}`,
  },
  approval: {
    sale: {
      title: "Waiting for you",
      asked: (p) => `${p.who} has submitted an order of ${p.what} for you to confirm.`,
      stillAsked: (p) => `${p.who} submitted an order of ${p.what} on ${p.since}; nobody has confirmed it yet.`,
      askedForDays: (p) => `${p.who}'s order of ${p.what} has been waiting since ${p.since}; nobody has confirmed it.`,
      nobody: (p) =>
        `Nobody can confirm an order of ${p.who}: no unit above has a leader, and there is no finance. Name a department leader in WeCom, or grant the finance role.`,
    },
    plan: {
      title: "Waiting for you",
      asked: (p) => `Version ${p.what} of “${p.who}” is in review: publish it, or send it back.`,
      stillAsked: (p) => `Version ${p.what} of “${p.who}” was submitted on ${p.since}; publish it, or send it back.`,
      askedForDays: (p) =>
        `Version ${p.what} of “${p.who}” has been waiting since ${p.since} to be published or sent back.`,
      nobody: (p) =>
        `Version ${p.what} of “${p.who}” has no second person to publish it. Grant one more colleague the HR role.`,
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
      title: "No record: the visit does not count",
      sentence: (p) =>
        `Nobody has decided within seven days${undecidedBy(p.names)}, so this check-in stands; but no visit record was written within 24 hours, so the visit does not count.`,
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
  problem: {
    title: "A problem was reported",
    onlyNumber: "No words, only a reference.",
    many: "Several people have reported problems within ten minutes; all are in the list.",
    reference: "Ref",
    operator: "Whoever runs the server",
    doneTitle: "What you reported is done",
    done: (p) => `${p.by} has taken care of it. If it is still there, report it once more.`,
    answered: (p) => `${p.by}: ${p.answer}`,
    reopenedTitle: "What you reported is not done yet",
    reopened: (p) => `${p.by} has opened it again: it is not done. You will hear when it is.`,
  },
  planSentBack: {
    title: "Plan sent back",
    version: (p) => `${p.name}, version ${p.version}`,
    sentence: (p) => `${p.by} has sent it back: ${p.reason}`,
  },
  deputy: {
    title: "You decide in somebody's place",
    sentence: (p) =>
      `${p.by} is away ${p.from === p.to ? `on ${p.from}` : `from ${p.from} to ${p.to}`}; you decide meanwhile. ${
        p.waiting === 0
          ? "What waits for you reaches you as a message and stands under Approvals."
          : `${p.waiting === 1 ? "One thing waits" : `${p.waiting} things wait`} already; open to decide.`
      }`,
    releasedTitle: "You no longer decide in somebody's place",
    released: (p) => `${p.by} has made another arrangement: you no longer decide in their place.`,
    waitsTitle: "Already waiting for you",
    waits: (p) =>
      `${p.by} is away and you decide from today on. ${p.count === 1 ? "One thing waits" : `${p.count} things wait`} already; open to decide.`,
    kinds: {
      sale: "Order",
      plan: "Plan",
      review: "Doubt",
      pin: "Pin",
      duplicate: "Pair",
      companion: "Visit",
      visitQuestion: "Going",
    },
  },
  pins: {
    title: "Pins to confirm",
    count: (p) => `${p.count} ${p.count === 1 ? "place" : "places"}`,
    sentence: (p) =>
      `${p.names.slice(0, 3).join(", ")}${p.names.length > 3 ? " and others" : ""}: ${p.count === 1 ? "one place waits" : `${p.count} places wait`} for you to confirm the pin. Several can be chosen at once.`,
    nobody: (p) =>
      `${p.names.slice(0, 3).join(", ")}${p.names.length > 3 ? " and others" : ""}: nobody can confirm ${p.count === 1 ? "one pin" : `${p.count} pins`}, since no unit above has another leader. Name a department leader in WeCom.`,
  },
  duplicates: {
    title: "Clients that may be there twice",
    count: (p) => `${p.count} ${p.count === 1 ? "pair" : "pairs"}`,
    sentence: (p) =>
      `${p.names.slice(0, 3).join(", ")}${p.names.length > 3 ? " and others" : ""}: ${p.count === 1 ? "one pair waits" : `${p.count} pairs wait`} for you to say whether they are one.`,
  },
  clientsLeft: {
    title: "Clients without an owner",
    count: (p) => `${p.count} ${p.count === 1 ? "client" : "clients"}`,
    sentence: (p) =>
      `${p.names.slice(0, 3).join(", ")}${p.names.length > 3 ? " and others" : ""}: ${p.count === 1 ? "one client has" : `${p.count} clients have`} nobody, as the owner has left. Please give ${p.count === 1 ? "it" : "them"} to somebody on the client's page.`,
  },
  saleReturned: {
    title: "Order returned",
    sentence: (p) => `${p.by} has returned it: ${p.reason}`,
    next: "Next",
    nextStep: "Correct it, or withdraw it",
    until: "By",
    redoBy: (p) => `${p.day}, to count this month`,
  },
  saleWithdrawn: {
    title: "Nothing to confirm",
    sentence: (p) => `${p.rep} has withdrawn the order of ${p.amount}: nothing is left to do.`,
  },

  progress: (p) => `${p.done} / ${p.target}, ${p.percent}`,
  withoutTarget: (p) => `${p.done}, no target set yet`,

  group: {
    won: (p) => `**Order won: <font color="info">${p.amount}</font>**`,
    signed: (p) => `${p.who} signed a client${p.industry === null ? "" : ` (${p.industry})`}`,
    somebodySigned: (p) => `One of us signed a client${p.industry === null ? "" : ` (${p.industry})`}`,
    somebody: "One of us",
    month: (p) =>
      `> ${p.team} ${p.month ?? "this month"} **${p.done} / ${p.target}**, <font color="info">${p.percent}</font>`,
    monthWithoutTarget: (p) => `> ${p.team} ${p.month ?? "this month"} **${p.done}**`,
    praise: (p) => `${p.byName} praises ${p.name}: an order of ${p.amount}, well done!`,
    digest: (p) =>
      p.count === 1
        ? `**One more order, <font color="info">${p.amount}</font>**`
        : `**${p.count} more orders, <font color="info">${p.amount}</font> in all**`,
    digestLine: (p) => `> ${p.time} ${p.who} ${p.amount}${p.industry === null ? "" : `, ${p.industry}`}`,
    praiseDigest: (p) => `**${p.count} more orders were praised**`,
    praiseLine: (p) => `> ${p.time} ${p.praise}`,
    seeTeam: (p) => `[See the team's progress](${p.url})`,

    lagTitle: (p) => `**${p.team}, ${p.day}**`,
    lag: (p) =>
      `This month **${p.done} / ${p.target}**, <font color="warning">${p.percent}</font>; ${p.gone} of the working days have gone`,
    today: (p) => `> Today ${p.amount} more, ${p.count} ${p.count === 1 ? "order" : "orders"}`,
    noneToday: "> No new order yet today",
    gap: (p) =>
      `> ${p.gap} to the target, ${p.perHead} a head, ${p.daysLeft} working ${p.daysLeft === 1 ? "day" : "days"} left`,
    step: (p) =>
      `> ${p.gap} to ${p.percent}, ${p.perHead} a head, ${p.daysLeft} working ${p.daysLeft === 1 ? "day" : "days"} left; then everybody's factor goes from ${p.now} to ${p.then}`,
    stepOnLastDay: (p) =>
      `> ${p.gap} to ${p.percent}, ${p.perHead} a head, on the month's last working day; then everybody's factor goes from ${p.now} to ${p.then}`,
    gapOnLastDay: (p) => `> ${p.gap} to the target, ${p.perHead} a head, on the month's last working day`,
    helps: "> If you have a fitting lead or know-how, share it; if you want company on a visit, ask your manager",
    seeHelp: (p) => `[Open Xiaoli](${p.url})`,
  },

  houseAccount: "House account",

  planFaults: {
    unknownMember: (p) => `The scope names “${p.memberId}”, and there is no such person`,
    unknownUnit: (p) => `The scope names “${p.unitId}”, and there is no such unit`,
    nobody: "The scope has nobody in it",
    noExample: "At least one worked example is needed",
    beginsEarlier: (p) =>
      `Version ${p.laterVersion} begins on ${p.laterFrom}; version ${p.version} cannot begin before it`,
    someMembers: (p) => {
      const names = p.names.join(", ");
      return p.count > p.names.length ? `${names} and others, ${p.count} people,` : names;
    },
    someUnits: (p) => p.names.map((name) => `“${name}”`).join(", "),
    conflict: (p) => {
      const days = p.toOn === null ? `From ${p.fromOn} on` : `From ${p.fromOn} to ${p.toOn}`;
      const others = p.others.map(({ name, code }) => `“${name}” (${code})`).join(", ");
      return `${days} ${p.who} would be on ${others} as well, which is as near as this plan: nobody can tell which one pays, so neither would. Change the scope or the days of one of them`;
    },
  },
};
