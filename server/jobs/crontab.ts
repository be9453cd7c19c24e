import { auditInsert } from "../audit";
import type { Deps } from "../deps";
import { countPhotoUse, eraseFiles, eraseStamps, photoNight } from "../files";
import { eraseDevices } from "../features/auth";
import { approversOf, remindApprovers, remindMonthEnd } from "../features/approvals";
import { erasePositions, positionsOlderThan } from "../features/checkIns";
import { learnPins } from "../features/clientList";
import { eraseContacts, lapseProposals, ownersOfTheDay } from "../features/customers";
import {
  type NoticeReads,
  eraseNotices,
  noticeReads,
  remindLaggingTeams,
  remindClientsLeft,
  remindNextSteps,
  remindPlans,
  remindRecords,
  remindRoles,
  remindTargets,
} from "../features/notices";
import { findDuplicates } from "../features/duplicates";
import { eraseExports, lapseExports } from "../features/exports";
import { eraseReports } from "../features/reports";
import { closeReviews } from "../features/reviews";
import { readDirectoryNow } from "../features/setup";
import { lookForSignals } from "../features/trust";
import { eraseQuestions, lapseQuestions } from "../features/visitQuestions";
import { lapseCompanions } from "../features/visits";
import { requestMonths } from "../features/statements";
import { eraseImports } from "../features/imports";
import { eraseSimulations } from "../features/simulations";
import { eraseTasks } from "../tasks";
import { checkRollUps } from "./checkRollUps";
import type { Job } from "./job";

/**
 * Everything that runs by the clock. Messages keep off the minutes 0 and 30, when everybody sends, and off the hours from
 * 20:00 to 8:00; days off are the jobs' own concern, since some Saturdays are worked.
 */
export const crontab = (deps: Deps, reads: NoticeReads = noticeReads(deps, approversOf)): Job[] => [
  {
    name: "owners-of-the-day",
    schedule: "1 0 * * *",
    catchUp: "latest",
    run: async (slot) => void (await ownersOfTheDay(deps, slot)),
  },
  {
    name: "erase-positions",
    schedule: "22 2 * * *",
    catchUp: "latest",
    run: async (slot) => {
      await erasePositions(deps, slot, auditInsert(deps.realNow));
      const before = positionsOlderThan(slot.at, deps.settings.POSITION_KEPT_DAYS);
      await lapseProposals(deps, { ...slot, before });
      await eraseQuestions(deps, slot, auditInsert(deps.realNow));
    },
  },
  {
    name: "erase-devices",
    schedule: "27 2 * * *",
    catchUp: "latest",
    run: async (slot) => void (await eraseDevices(deps, slot, auditInsert(deps.realNow))),
  },
  {
    name: "erase-files",
    schedule: `${photoNight.minutes} ${photoNight.hours} * * *`,
    catchUp: "latest",
    run: async (slot) => {
      const insertAudit = auditInsert(deps.realNow);
      await eraseFiles(deps, slot, insertAudit);
      await eraseStamps(deps, slot, insertAudit);
      await countPhotoUse(slot.at);
    },
  },
  {
    name: "erase-reports",
    schedule: "37 2 * * *",
    catchUp: "latest",
    run: async (slot) => void (await eraseReports(deps, slot, auditInsert(deps.realNow))),
  },
  {
    name: "erase-messages",
    schedule: "42 2 * * *",
    catchUp: "latest",
    run: async (slot) => void (await eraseNotices(deps, slot, auditInsert(deps.realNow))),
  },
  {
    name: "erase-contacts",
    schedule: "47 2 * * *",
    catchUp: "latest",
    run: (slot) => eraseContacts(deps, slot, auditInsert(deps.realNow)),
  },
  {
    name: "learn-pins",
    schedule: "52 2 * * *",
    catchUp: "latest",
    run: async (slot) => void (await learnPins(deps, slot)),
  },
  {
    name: "find-duplicates",
    schedule: "57 2 * * *",
    catchUp: "latest",
    run: async (slot) => void (await findDuplicates(deps, slot)),
  },
  {
    name: "erase-tasks",
    schedule: "2 3 * * *",
    catchUp: "latest",
    run: async (slot) => {
      await eraseTasks(deps, slot, auditInsert(deps.realNow));
      await eraseExports(deps, slot, auditInsert(deps.realNow));
      await eraseSimulations(deps, slot, auditInsert(deps.realNow));
    },
  },
  {
    name: "erase-imports",
    schedule: "6 3 * * *",
    catchUp: "latest",
    run: (slot) => eraseImports(deps, slot, auditInsert(deps.realNow)),
  },
  {
    name: "directory-sync",
    schedule: "12 3 * * *",
    catchUp: "latest",
    run: async ({ runId }) => void (await readDirectoryNow(deps, runId)),
  },
  {
    // After the directory, which says who is on which plan.
    name: "price-months",
    schedule: "42 3 * * *",
    catchUp: "latest",
    run: async (slot) => void (await requestMonths(deps, slot)),
  },
  {
    name: "remind-next-steps",
    schedule: "38 8 * * *",
    catchUp: "latest",
    run: (slot) => remindNextSteps(slot, deps),
  },
  {
    name: "remind-records",
    schedule: "43 8,17 * * *",
    catchUp: "latest",
    run: (slot) => remindRecords(slot, reads, deps),
  },
  {
    name: "remind-targets",
    schedule: "48 8 * * *",
    catchUp: "latest",
    run: (slot) => remindTargets(slot, reads, deps),
  },
  {
    name: "remind-plans",
    schedule: "53 8 * * *",
    catchUp: "latest",
    run: (slot) => remindPlans(slot, reads, deps),
  },
  {
    name: "remind-clients-left",
    schedule: "58 8 * * *",
    catchUp: "latest",
    run: (slot) => remindClientsLeft(slot, reads, deps),
  },
  {
    name: "remind-roles",
    schedule: "3 9 * * *",
    catchUp: "latest",
    run: (slot) => remindRoles(slot, deps),
  },
  {
    name: "remind-month-end",
    schedule: "8 9 * * *",
    catchUp: "latest",
    run: (slot) => remindMonthEnd(slot, deps),
  },
  {
    name: "remind-lagging-teams",
    schedule: "20 9-19 * * *",
    // The newest only: it looks at how things stand, and what was said is not said again.
    catchUp: "latest",
    run: ({ at, runId }) => remindLaggingTeams(at, runId, reads, deps),
  },
  {
    name: "remind-approvers",
    schedule: "10 8-19 * * *",
    // What was said is not said again: the newest run says what is due by now.
    catchUp: "latest",
    run: (slot) => remindApprovers(slot, deps),
  },
  {
    name: "look-for-signals",
    // What is due stays due until it has been looked at: the newest run is enough.
    schedule: "4-59/5 * * * *",
    catchUp: "latest",
    run: (slot) => lookForSignals(deps, slot),
  },
  {
    name: "close-reviews",
    schedule: "25 * * * *",
    catchUp: "latest",
    run: async (slot) => {
      await closeReviews(slot, deps);
      await lapseCompanions(slot, deps);
      await lapseQuestions(slot, deps);
      await lapseExports(slot, deps);
    },
  },
  {
    name: "roll-up-check",
    schedule: "47 * * * *",
    catchUp: "latest",
    run: (slot) => checkRollUps(slot, deps),
  },
];
