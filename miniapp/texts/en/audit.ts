import type { audit as chinese } from "../zhCN/audit";

export const audit: typeof chinese = {
  title: "Who looked at whom",
  noRight:
    "Who looked at whom is for auditors and administrators. Who looked at you is in Me, under who has looked at me",
  note: "Each look at somebody's positions, visits, results and opening balances is noted here, without what was seen. Your reading this is noted, too. The same look within half an hour is one.",
  person: "Person",
  everybody: "Everybody",
  choose: "Choose somebody",
  search: "Name or initials",
  nobody: "Nobody found",
  states: { here: "Here", left: "Left" },
  side: "This person",
  sides: { whom: "was looked at", by: "has looked" },
  on: "Day",
  empty: "No looks",
  emptyNote: "Try another person or day",
  columns: { says: "What", by: "Who looked", whom: "At whom", at: "When", count: "Entries", request: "Request" },
  seen: (p) => (p.count === 1 ? "1 entry" : `${p.count} entries`),
  request: (p) => `Request ${p.requestId}`,
  more: (p) => `${p.names} and others, ${p.count} people`,
  something: (p) => `${p.by} looked at data of ${p.whom}`,
  all: {
    "opening.read": (p) => `${p.by} looked at opening balances`,
    "audit.looks": (p) => `${p.by} looked at this list`,
    other: (p) => `${p.by} looked at data`,
  },
  what: {
    "checkIn.read": (p) => `${p.by} looked at visits and check-ins of ${p.whom}`,
    "sale.read": (p) => `${p.by} looked at a sale of ${p.whom}`,
    "member.read": (p) => `${p.by} looked at results and visits of ${p.whom}`,
    "review.read": (p) => `${p.by} looked at a doubtful check-in of ${p.whom}`,
    "refusal.read": (p) => `${p.by} looked at what ${p.whom} could not upload`,
    "opening.read": (p) => `${p.by} looked at opening balances of ${p.whom}`,
    "audit.looks": (p) => `${p.by} looked at who has looked at ${p.whom}`,
  },
};
