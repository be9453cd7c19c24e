import type { merge as chinese } from "../zhCN/merge";

export const merge: typeof chinese = {
  title: "Merge clients",
  which: "Which other client is the same? Choose it and see what goes where before anything is merged.",
  whoMay:
    "Clients are merged by a manager of all owners of both, or an administrator, who gets no client by it. Both are as they were.",
  stays: "Stays",
  goes: "Becomes part of it",
  swap: (p) => `Keep “${p.name}” instead`,
  what: (p) => `From “${p.other}” to “${p.kept}”`,
  site: (p) => `Place ${p.name}, ${p.address}`,
  contact: (p) => `Contact ${p.name}`,
  added: "comes along",
  same: "there already",
  history: "History",
  historyOf: (p) =>
    `${p.visits} ${p.visits === 1 ? "visit" : "visits"}, ${p.sales} ${p.sales === 1 ? "sale" : "sales"}`,
  codesDiffer: (p) =>
    `Their unified credit codes differ (${p.kept}, ${p.other}): make sure that they are the same client. The one of the remaining client is kept.`,
  pay: "What it means for pay",
  payStays: "Visits and sales that are recorded stay as they are, for the same people.",
  payOwners: (p) => `From ${p.day} on, new sales of “${p.name}” count for: ${p.owners}.`,
  payWaiting: (p) =>
    `${p.count} ${p.count === 1 ? "sale" : "sales"} of “${p.name}” still to be confirmed will count for the owners of the day of signing.`,
  payFirst: {
    had: "There has been a first order: later ones are no new client's.",
    open: "There has been no first order: both together have one as a new client.",
  },
  payVisits: (p) => `From ${p.day} on they are one: one visit a day counts for each person.`,
  undoUntil: (p) => `It can be undone up to ${p.day}. What is recorded in between stays with the remaining client.`,
  reason: "Why they are the same",
  reasonHint: "e.g. one company, added twice",
  merge: (p) => `Merge into “${p.name}”`,
  merging: "Merging…",
  faults: {
    sites: "Together they have more than 50 places and cannot be merged yet. Remove those that are there twice.",
    contacts: "Together they have more than 20 contacts and cannot be merged yet. Remove those that are there twice.",
    tags: "Together they have more than 20 tags and cannot be merged yet. Remove some.",
    customers: "20 clients have become this one already; no more can.",
  },
  open: "Merge with another client",
  merged: "Clients that became this one",
  mergedOn: (p) => `${p.day}, by ${p.name}`,
  undo: (p) => `Undo (up to ${p.day})`,
  undoTitle: (p) => `Undo the merge with “${p.name}”`,
  undoText:
    "They are two again: owners, places, contacts and numbers go back, as they are by now. Visits and sales recorded since then stay here, and nobody's pay changes.",
  undoNow: "Undo the merge",
  keep: "Leave it",
};
