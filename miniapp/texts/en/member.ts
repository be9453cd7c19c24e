import type { member as chinese } from "../zhCN/member";

export const member: typeof chinese = {
  title: "Member",
  sales: "The result consists of",
  helps: "What helps",
  noHelp: "Nothing is plainly stuck: ask about the next step",
  help: {
    overdueSteps: (p) =>
      `${p.count} planned ${p.count === 1 ? "visit is" : "visits are"} overdue: go through them together`,
    fewVisits: (p) => `Less than half as many visits that count as the others (${p.count} each): go along on one`,
    unvisited: (p) =>
      `${p.count} ${p.count === 1 ? "client" : "clients"} without a visit record this month or last: choose the first ones together`,
    recordsInVain: (p) =>
      `${p.count} recorded ${p.count === 1 ? "visit does" : "visits do"} not count: look at what is missing`,
  },
  visits: (p) => `Visits, ${p.count} counted`,
  noVisits: "No visits recorded in that month",
  nextStep: (p) => `Next: ${p.text}`,
  stages: "Clients by stage",
  stagesPart: "Clients by stage (the first part of them)",
  clients: (p) => `${p.count}`,
  looked: (p) => `This view is logged; ${p.name} can see it. Results only, no pay.`,
};
