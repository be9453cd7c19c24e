import type { OfficeTexts } from "../texts";

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const office: OfficeTexts["office"] = {
  empty: "Nothing to look at here now",
  states: { ok: "Fine", attention: "Look", fault: "Broken" },
  count: (p) => `${p.count}`,
  atLeast: (p) => `at least ${p.count}`,
  notes: {
    closing:
      "Locking a month, computing what is payable and handing it over do not exist in this version: at its cut-off a month takes nothing more, and people are paid as the company does today. Settle what waits before that, and the month's figures are the last ones.",
    closingReads:
      "Locking a month does not exist in this version. At its cut-off a month takes nothing more; each opens to what it consists of.",
    people:
      "People and teams are those of WeCom's directory; who leaves is out the same day. Who has no team has no pay and no target here, who has no role sees only what is their own.",
    plans:
      "The figure is how many people are paid by it today. HR writes a new plan, somebody else publishes it; until then nobody's pay changes.",
    imports:
      "Clients are added one by one; like names, credit codes and phones are asked about. Doubles are looked for every night, and people decide.",
    audit:
      "Auditors read and decide on nothing. A look at somebody's visits, sales or results is noted, and that person finds it under Who looked.",
    reports: "From confirmed sales and effective visits, new within seconds. Nobody's pay is here.",
    health:
      "Checked anew each time it is opened. Do what the row says first; if that does not help, send its time to whoever runs the server.",
  },
  rows: {
    month: (p) => `Records of ${p.month}`,
    monthTakes: (p) => `taken until ${p.until}`,
    monthOver: (p) => `cut off ${p.until}; later ones count in the next month`,
    monthClosed: "closed",
    monthWaits: (p) => `${plural(p.count, "sale waits", "sales wait")} to be confirmed`,
    monthNone: "nothing waits",
    approvals: "For you to decide",
    approvalsNote: "What others cannot decide comes to you",
    approvalsOfOthers: "Asked of others, you may as well",
    approvalsOfOthersNote: "Leaders come first; take what is urgent",
    targetsMissing: "Teams without a target this month",
    targets: (p) => `Targets of ${p.month}`,
    targetsNote: "From the company down to each person",
    active: "People here",
    activeNote: "Roles, teams, employee numbers",
    withoutTeam: "Without a team",
    withoutTeamNote: "Belong to no sales team and lead none",
    withoutRole: "Without any role",
    withoutRoleNote: "See only their own messages and data",
    unsure: "Not certain who they are",
    unsureNote:
      "WeCom tells another name and number; they cannot come in. Whoever runs the server says whether it is the same person",
    left: "Have left",
    plan: (p) => plural(p.people, "person", "people"),
    otherPlans: "Other plans in force",
    allPlans: "Plans in force",
    withoutPlan: "Sell, and are on no plan",
    withoutPlanNote: (p) => `${p.names}. What they sell meanwhile pays nothing`,
    plansInReview: "Plans in review",
    plansInReviewNote: "Published or sent back by somebody who did not write them",
    planDrafts: "Drafts",
    clients: "Clients",
    clientsNote: "By name, initials or end of phone",
    duplicates: "Clients that may be there twice",
    duplicatesNote: "People say whether they are one",
    leaversKept: "Data of who has left",
    leaversKeptNote: "What is kept, and until when",
    visitTypes: "Types of visits in use",
    visitTypesNote: "Steps, and which are required",
    exports: "Tables taken away",
    exportsNote: "Clients, sales and visits that you asked for",
    attainment: (p) => `Results of ${p.month}`,
    attainmentNote: (p) => `${p.done} of ${p.target}, ${plural(p.visits, "effective visit", "effective visits")}`,
    attainmentNoTarget: (p) => `${p.done}, no target yet, ${plural(p.visits, "effective visit", "effective visits")}`,
    more: (p) => `${p.names} and more, ${p.count} in all`,
    database: "Database",
    databaseNote: {
      ok: "Answers, and its version fits",
      fault: "It does not answer, or is newer than the program. See whether it runs, then restart the server",
    },
    fieldKeys: "Encryption keys",
    fieldKeysNote: {
      ok: "Fit what is stored",
      fault: "Phones and the like cannot be read. Put the former FIELD_KEYS back, then restart the server",
    },
    wecom: "WeCom",
    wecomNote: {
      ok: "Answers",
      attention: "Nobody has asked it for a quarter of an hour: perhaps the worker does not run",
      fault: {
        unreachable: "Out of reach. See whether the server gets out to the internet",
        secret: "Refuses the secret. Compare it with WeCom's console, mend the setting, restart",
        corpId: "Does not know the company. Compare WECOM_CORP_ID, mend it, restart",
        agent: "Does not know the app. Compare WECOM_AGENT_ID, mend it, restart",
        address: "Does not trust the server's address. Add it in WeCom's console",
        rights: "The app lacks a permission. Grant it in WeCom's console",
        scope: "The app sees too few people. Add the departments in WeCom's console",
        busy: "Busy; it is tried again by itself",
        other: "Answers with an error. See its errcode in the server's log",
      },
      since: (p) => `since ${p.at}`,
    },
    directory: "Directory",
    directoryNote: {
      ok: (p) => `read ${p.at}`,
      attention: (p) => `last read ${p.at}, more than a day ago. See the worker and WeCom`,
      fault: "Never read, so nobody comes in. Put WeCom right first",
    },
    outbox: "Messages and what follows",
    outboxNote: {
      ok: "Nothing is behind",
      attention: (p) =>
        `${p.count} given up after many tries. npm run outbox on the server says why; then send them again`,
      fault: (p) => `Waiting since ${p.at}: perhaps the worker does not run. See to it, restart it`,
    },
    jobs: "Jobs by the clock",
    jobsNote: {
      ok: "All ran within a day",
      attention: (p) => `${p.names}: given up within a day, the next run comes as usual. The server's log says why`,
    },
    calendar: (p) => `Work calendar of ${p.year}`,
    calendarNote: "Its days off are not written yet: Monday to Friday count as worked",
    problems: "Problems people reported",
    problemsNote: "Answer once it is done",
  },
};
