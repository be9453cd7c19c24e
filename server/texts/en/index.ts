import { amountText } from "@shared/domain/moneyText";
import type { ServerTexts } from "../index";
import { englishFormat, stampTime } from "../format";
import { decisions } from "./decisions";
import { findings } from "./findings";
import { roleTexts } from "./roles";
import { imports } from "./imports";

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

  imports,
  tasks: {
    names: {
      "exports.make": "Export",
      "imports.look": "Look at a table",
      "imports.run": "Import",
      "imports.undo": "Undo an import",
      "openings.post": "Book opening balances",
      "plans.check": "Check of a plan",
      "plans.simulate": "What a plan would cost",
    },
    done: {
      title: "done",
      exported: (p) =>
        p.rows === 0
          ? "No row fits, and the file is empty. Widen what it is of."
          : `${p.rows} rows, ready to be taken away for 7 days.`,
      exportWaits: (p) =>
        `There are ${p.rows} rows: with more than 1,000 somebody allows it first. They have been asked, and you will hear within three working days.`,
      looked: (p) =>
        p.created + p.changed + p.wrong === 0
          ? "No row would be written, or the file cannot be read. Nothing was imported. Open it to see why."
          : `${p.created} rows would be new, ${p.changed} changed${p.wrong > 0 ? `, ${p.wrong} are wrong` : ""}. Nothing is written before you confirm it.`,
      imported: (p) =>
        `${p.created} rows are new, ${p.changed} changed${p.wrong > 0 ? `, ${p.wrong} wrong. Download the wrong ones, mend them and send them again.` : ", none is wrong."}`,
      undone: (p) =>
        `${p.taken} new clients are taken back${p.kept > 0 ? `, ${p.kept} stay since somebody has changed them or worked with them` : ""}. Clients that the import has changed stay as they are.`,
      opened: (p) => `The opening balances of ${p.members} people are booked. Each sees their own under Pay.`,
      checked: (p) =>
        p.asks > 0
          ? `${p.asks} things ask for a reason, ${p.tells} more are told. It is not submitted yet: open it, then submit it.`
          : `Nothing asks for a reason, ${p.tells} things are told. It is not submitted yet: open it, then submit it.`,
      simulated: (p) =>
        `${p.members} people were computed by the new plan. Open it to see its cost, and who gains or loses. Nothing has changed yet.`,
      superseded:
        "The plan was written anew meanwhile, so this has no result. It is not submitted. Open it and have it checked as it is now.",
    },
    failedTitle: "not done",
    failures: (code) =>
      ({
        "right.missing":
          "Your rights have changed, and this was not finished. Nothing that was there has changed. Ask an administrator about your role.",
        "opening.refused":
          "The balances in the table are no longer those that were looked at. Nobody was asked, nothing was booked. Look at it again and submit it once more.",
        "file.unknown":
          "The file is not there any more, and this was not done. Nothing that was there has changed. Send the file again.",
      })[code] ??
      "Something is broken on the server, and several tries did not finish this. Nothing that was there has changed. Start it again, and tell an administrator if that does not help.",
  },
  robotTest: (p) => `${p.name} is trying the group robot of ${p.unit}: whoever reads this, it works.`,

  openings: {
    members: (p) => `Opening balances of ${p.count} people`,
    returned: {
      title: "Opening balances sent back",
      sentence: (p) =>
        `${p.by} has sent back your opening balances: ${p.reason}. Nothing was booked. Mend the table and import it again.`,
    },
  },
  exports: {
    names: { customers: "Clients", sales: "Sales", visits: "Visits" },
    about: "About",
    rowsOf: (p) => `${p.rows} rows of ${p.what.toLowerCase()}`,
    closed: {
      refused: {
        title: "Export refused",
        sentence: (p) =>
          `${p.by} has refused the export of ${p.what}: ${p.reason}. Nothing was exported. Narrow it down and export again.`,
      },
      lapsed: {
        title: "Export lapsed",
        sentence: (p) =>
          `Nobody has allowed the export of ${p.what} within three working days, and it has lapsed. Nothing was exported. Export again if you need it; you may want to ask in person.`,
      },
    },
    chosen: (p) => `${p.count} chosen`,
    views: { mine: "Mine", seen: "All that I may read" },
    pins: {
      typed: "pin as typed",
      taken: "pin taken on the spot",
      learned: "pin learned from check-ins",
      confirmed: "pin confirmed",
      none: "no pin yet",
    },
    said: { what: "Exported from Xiaoli", by: "By", at: "At", filter: "Of" },
    customers: {
      number: "Client number",
      name: "Client name",
      shortName: "Short name",
      industry: "Industry",
      grade: "Grade",
      stage: "Stage",
      owner: "Owner",
      address: "Address",
      creditCode: "Credit code",
      tags: "Tags",
      contact: "Contact",
      phoneTail: "Phone, last four",
    },
    sales: {
      customer: "Client",
      amount: "Amount",
      signedOn: "Signed on",
      contractNo: "Contract number",
      state: "State",
      rep: "Rep",
      submittedAt: "Submitted",
      confirmedAt: "Confirmed",
      confirmedBy: "Confirmed by",
      states: { submitted: "Waiting", returned: "Returned", confirmed: "Confirmed", cancelled: "Withdrawn" },
    },
    visits: {
      on: "Date",
      customer: "Client",
      rep: "Rep",
      type: "Type",
      purpose: "Purpose",
      peopleMet: "Met",
      record: "Record",
      nextStep: "Next step",
      nextStepOn: "Next step on",
      effective: "Effective",
      yes: "yes",
      no: "no",
      purposes: {
        followUp: "Follow-up",
        newBusiness: "New business",
        samples: "Samples",
        payment: "Payment",
        service: "Service",
      },
    },
  },
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
    history: (p) =>
      ` The company pays by plans from ${p.day} on: orders signed before count for history and earn no commission.`,
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
    historyNow: (p) =>
      `The company pays by plans from ${p.from} on: what ${p.customer} signed on ${p.signed} counts for history and pays nothing. `,
    paysNow: (p) => `The company pays by plans from an earlier day: what ${p.customer} signed on ${p.signed} pays. `,
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
    ahead: (p) =>
      `${p.names.join(", ")}: no target for ${p.month} yet. Please publish one before ${p.day}: from then on these teams see no progress, and what is paid by attainment stays 0.`,
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
  salesPlacedLate: {
    title: "A month past its cut-off is corrected",
    about: (p) => (p.count === 1 ? "one sale" : `${p.count} sales`),
    said: (p) =>
      `The first paying day is another one: ${p.count === 1 ? "one confirmed sale counts" : `${p.count} confirmed sales count`} in another month, and theirs was past its cut-off. Results of teams stay as they were; the difference is booked in the month in brackets. Personal pay is computed anew, and its people are told.`,
    history: (p) => `${p.count} for history (${p.month})`,
    pays: (p) => `${p.count} pay now (${p.month})`,
  },
  cutOffMoved: {
    title: "The cut-off is later",
    about: (p) => `Cut-off of ${p.month}`,
    said: (p) => `${p.by} has changed the work calendar: ${p.month} is cut off on ${p.after}, not on ${p.before}.`,
  },
  visitTarget: {
    title: "Effective visits a week",
    from: (p) => `From ${p.day}`,
    said: (p) =>
      `${p.by} expects ${p.count} effective ${p.count === 1 ? "visit" : "visits"} a week of you, from ${p.day} on.`,
    none: (p) => `${p.by} no longer expects a number of effective visits a week, from ${p.day} on.`,
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
      "opening.read": "opening balances",
      "simulation.read": "what you would get by a plan",
    },
  },
  zeroWithoutPlan:
    "You have no plan for this month yet, so confirmed sales pay 0 for now. HR writes it; then they are computed again",
  plansMissing: {
    title: "No pay plan yet",
    sentence: (p) =>
      `${p.names.slice(0, 6).join(", ")}${p.names.length > 6 ? ` and ${p.names.length - 6} more` : ""}: no plan for ${p.month}. What they sell pays 0 until there is one. Plans cannot be written on the phone yet: do it with the colleague who runs the server.`,
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
      `${p.count} ${p.count === 1 ? "check-in has" : "check-ins have"} no complete record after 24 hours and ${p.count === 1 ? "does" : "do"} not count as ${p.count === 1 ? "a visit" : "visits"}. You can still write the record: it is kept, but does not count.`,
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
  ...decisions,
  ...roleTexts,
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
    inForceTitle: "Your plan is published",
    inForce: (p) => `${p.by} has published it: from ${p.from} on people are paid by it.`,
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
      export: "Export",
      opening: "Opening balances",
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
    praiseDigest: (p) => (p.count === 1 ? "**One more order was praised**" : `**${p.count} more orders were praised**`),
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
    ofTeam:
      "Team pools are not reckoned yet, so this plan cannot be published; reckon them elsewhere for now, or pay the members by themselves",
    onLeave: (p) =>
      `${p.name} pays less or nothing after somebody has left, which is not followed yet, so this plan cannot be published; take that rule out, and reckon leavers elsewhere for now`,
    draw: (p) =>
      `${p.name} is paid ahead, and taking it back from later pay is not done yet, so this plan cannot be published; take it out, and keep draws elsewhere for now`,
    correction:
      "A correction needs the list of months that it changes and two approvals, which are not there yet, so it cannot be published; publish a new version from the next period on, and reckon earlier differences elsewhere",
    settledToDate: (p) =>
      `${p.name} pays month by month, and what earlier months have paid is not recorded yet, so this plan cannot be published; settle it at the end of its period to submit it`,
    byWeek: (p) =>
      `${p.name} is paid by the week, and the last days of the month before, which a month's first week may have, are not looked up yet, so this plan cannot be published; pay it by the month to submit it`,
    ask: findings.ask,
    paysMuch: (p) => `“${p.name}” pays ${amountText(p.paysFen)} of sales of ${amountText(p.saleFen)}`,
    tierFalls: (p) => `“${p.name}”: tier ${p.row} gives less than the one below it`,
    findings,
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
