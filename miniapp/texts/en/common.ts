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
  retry: "Retry",
  undo: "Undo",
  cancel: "Not now",
  required: "required",
  more: "See all",
  draftRefused:
    "The phone is full and the draft is not saved. Keep this page open and submit; or free some space and type one more letter to save it",
  earlier: "Show earlier ones",
  skip: "Skip to content",
  tabBar: "Main navigation",
  actions: "Actions",
  loading: "Loading",
  reference: (p) => `Ref ${p.id}`,
  asOf: (p) => `as of ${p.time}`,
  offline: (p) => `No connection. Last updated ${p.time}`,
  tooLong: (p) => `${p.max} characters at most: shorten it before you submit`,
  renewed: "Just updated to the newest version. What you typed is kept; tap again to send what was not sent",
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
  crashed: {
    title: "This page had a problem",
    text: "What you typed is still on the phone. Tap Retry to open the page again.",
  },
  count: (p) => `${p.count}`,
};
