import type { officePages as chinese } from "../zhCN/officePages";

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const officePages: typeof chinese = {
  level: {
    title: "Results",
    month: "Month",
    below: "Below it",
    people: "People",
    noBelow: "No teams below",
    noPeople: "Nobody was here this month",
    target: (p) => `${p.done} of ${p.target}`,
    noTarget: (p) => `${p.done}, no target`,
    visits: (p) => plural(p.count, "effective visit", "effective visits"),
    up: (p) => `Back to ${p.name}`,
  },
  approvals: {
    title: "All approvals",
  },
  plans: {
    title: "All plans",
    state: "State",
    states: { published: "In force", inReview: "In review", draft: "Drafts" },
    none: { published: "No plan has been published", inReview: "Nothing is in review", draft: "No drafts" },
    without: (p) =>
      p.count === 1 ? "1 person sells, and is on no plan" : `${p.count} people sell, and are on no plan`,
    withoutNote: "What they sell meanwhile pays nothing. HR publishes a plan that is for them.",
    version: (p) => `Version ${p.version}, from ${p.day}`,
  },
  staff: {
    title: "Me",
    what: "Xiaoli keeps visits, results and pay of those who sell. You have no sales role, so there are no clients and no pay here; below is what concerns you.",
    payslips: "Payslips will be here later; for now they come as the company sends them today.",
    sells: (p) =>
      p.names
        ? `You sell, or lead a team? Ask ${p.names} to add you to it in WeCom; it is here by tomorrow.`
        : "You sell, or lead a team? Ask WeCom's administrator to add you to it; it is here by tomorrow.",
  },
  income: "My income",
};
