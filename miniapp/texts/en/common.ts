import type { Texts } from "../texts";

export const common: Texts["common"] = {
  product: "Xiaoli",
  tabs: {
    today: "Today",
    todo: "To do",
    customers: "Clients",
    team: "Team",
    checkIn: "Check in",
    approvals: "Approve",
    money: "Earnings",
    me: "Me",
    closing: "Closing",
    people: "People",
    plans: "Plans",
    imports: "Data",
    audit: "Audit",
    reports: "Reports",
    health: "Health",
  },
  roles: {
    rep: "Sales rep",
    manager: "Manager",
    finance: "Finance",
    hr: "HR",
    admin: "Administrator",
    auditor: "Auditor",
  },
  yuan: "CNY",
  back: "Back",
  close: "Close",
  report: "Report a problem",
  colon: ": ",
  retry: "Retry",
  undo: "Undo",
  cancel: "Not now",
  required: "required",
  more: "See all",
  draftRefused:
    "The phone is full and the draft is not saved. Keep this page open and submit; or free some space and type one more letter to save it",
  earlier: "Show earlier ones",
  draft: {
    restored: "Continuing what you began earlier",
    leftOut: "An earlier version kept this draft. These have no field in the form any more; type again what you need:",
    discard: "Discard it and start again",
    discarded: "What you began earlier is discarded",
    takeBack: "Bring it back",
  },
  search: "Search",
  skip: "Skip to content",
  tabBar: "Main navigation",
  actions: "Actions",
  loading: "Loading",
  reference: (p) => `Ref ${p.id}`,
  asOf: (p) => `as of ${p.time}`,
  offline: (p) => `No connection. Last updated ${p.time}`,
  tooLong: (p) => `${p.max} characters at most: shorten it before you submit`,
  renewed: "Just updated to the newest version. What you typed is kept; tap again to send what was not sent",
  newer: "Shown after an update: close Xiaoli and open it again",
  outdated:
    "This version and the server do not match, and figures may be old. Please update: close Xiaoli and open it again",
  missingPage:
    "This page was never downloaded and cannot open now. What you typed is kept; tap again once you are online",
  offlineNoData: "No connection. This updates by itself",
  secondsLeft: (p) => ` (${p.seconds} s)`,
  noRight: {
    title: "You cannot see this yet",
    text: (p) => (p.names ? `Ask ${p.names} for access.` : "Ask an administrator for access."),
  },
  cutLink: {
    title: "Incomplete link",
    text: "The link to this page is incomplete, so it does not say what to show. Nothing was changed. Open it again from the list or message.",
  },
  crashed: {
    title: "This page had a problem",
    text: "What you typed is still on the phone. Tap Retry to open the page again.",
  },
  count: (p) => `${p.count}`,
  contact: (p) => `Contact: ${p.contact}`,
  noContact: (p) => (p.names ? `Ask ${p.names}` : "Ask an administrator"),
  photoGone: "The photo does not open. Go back and open this page again.",
  seeMonth: (p) => `See ${p.month}`,
  source: "Where this number comes from",
  closing: {
    by: (p) =>
      p.names === null ? "finance" : p.names ? `finance (${p.names})` : "finance (nobody yet, ask an administrator)",
    running: (p) => `Cut-off on ${p.until}. Closing is up to ${p.by}; Xiaoli cannot close a month yet`,
    taking: {
      pay: (p) =>
        `${p.month} is not closed yet; its cut-off is on ${p.until}. Until then its visit records can be corrected, and what is estimated may go up or down. Closing is up to ${p.by}; Xiaoli cannot close a month yet, and until it is closed nothing estimated is settled. Only one thing lowers what is earned: a doubtful check-in that is not accepted.`,
      team: (p) =>
        `Cut-off on ${p.until}; until then it may change. Closing is up to ${p.by}; Xiaoli cannot close a month yet`,
    },
    waiting: {
      pay: (p) =>
        `${p.month} is not closed yet${p.until === null ? "" : `; its cut-off was on ${p.until}`}. Closing is up to ${p.by}; Xiaoli cannot close a month yet, and until it is closed nothing estimated is settled. Only a doubtful check-in not accepted lowers what is earned, and that is ${p.month}'s whenever it is decided. Pay day is by your plan, but until Xiaoli can close a month it cannot show what was paid out: ask ${p.by}.`,
      team: (p) =>
        `${p.until === null ? "" : `Cut off on ${p.until}. `}Closing is up to ${p.by}; Xiaoli cannot close a month yet`,
    },
  },
  locating: "Locating… 5 seconds at most",
  preview: {
    inside: "in range",
    doubtful: "in doubt",
    outside: "out of range",
    unverified: "cannot be checked",
  },
  step: {
    title: "Next step",
    doneAt: (p) => `done on ${p.time}`,
    done: "Done without a visit",
    doneNote: (p) => `Done by phone or message? Tap below, and it no longer waits under “${p.home}”`,
    notDone: (p) => `Not done yet: back to “${p.home}”`,
    move: "Move to",
    moveTo: (p) => `Move to ${p.day}`,
    goThere: "Check in there",
  },
  strip: (p) => `${p.count} to upload; they go by themselves once online`,
  stripNeedsYou: (p) => `${p.count} could not be uploaded and need you`,
  away: {
    title: "Who decides when I am away",
    now: (p) =>
      `You are away ${p.from === p.to ? `on ${p.from}` : `${p.from} to ${p.to}`}. Whatever waits for you is put to ${p.name} first`,
    nextInLine: "the next leader above",
    changeNow: "Change it",
  },
  team: {
    noTarget: (p) => `The target is not published yet; progress shows once it is.${p.names ? ` Ask ${p.names}.` : ""}`,
    left: (p) => `${p.money} to go, ${p.days} working ${p.days === 1 ? "day" : "days"} left after today`,
    noPay: "Results only; pay is not shown here",
  },
};
