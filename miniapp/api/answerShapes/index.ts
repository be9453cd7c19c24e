/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import { absencesAsked, absencesShapes } from "./absences";
import { auditAsked, auditShapes } from "./audit";
import { authAsked, authShapes } from "./auth";
import { calendarAsked, calendarShapes } from "./calendar";
import { checkInsAsked, checkInsShapes } from "./checkIns";
import { clientsAsked, clientsShapes } from "./clients";
import { companionsAsked, companionsShapes } from "./companions";
import { customersAsked, customersShapes } from "./customers";
import { dayPlansAsked, dayPlansShapes } from "./dayPlans";
import { devicesAsked, devicesShapes } from "./devices";
import { duplicatesAsked, duplicatesShapes } from "./duplicates";
import { exportsAsked, exportsShapes } from "./exports";
import { filesAsked, filesShapes } from "./files";
import { followUpsAsked, followUpsShapes } from "./followUps";
import { givingAsked, givingShapes } from "./giving";
import { importsAsked, importsShapes } from "./imports";
import { keptAsked, keptShapes } from "./kept";
import { meAsked, meShapes } from "./me";
import { membersAsked, membersShapes } from "./members";
import { myDataAsked, myDataShapes } from "./myData";
import { noticesAsked, noticesShapes } from "./notices";
import { officeAsked, officeShapes } from "./office";
import { openingsAsked, openingsShapes } from "./openings";
import { pinsAsked, pinsShapes } from "./pins";
import { plansAsked, plansShapes } from "./plans";
import { praiseAsked, praiseShapes } from "./praise";
import { privacyAsked, privacyShapes } from "./privacy";
import { queuedShapes } from "./queued";
import { readinessAsked, readinessShapes } from "./readiness";
import { refusalsAsked, refusalsShapes } from "./refusals";
import { reportsAsked, reportsShapes } from "./reports";
import { reviewsAsked, reviewsShapes } from "./reviews";
import { salesAsked, salesShapes } from "./sales";
import { searchAsked, searchShapes } from "./search";
import { setupAsked, setupShapes } from "./setup";
import { siteCodesAsked, siteCodesShapes } from "./siteCodes";
import { stagesAsked, stagesShapes } from "./stages";
import { statementsAsked, statementsShapes } from "./statements";
import { syncAsked, syncShapes } from "./sync";
import { tableViewsAsked, tableViewsShapes } from "./tableViews";
import { targetsAsked, targetsShapes } from "./targets";
import { tasksAsked, tasksShapes } from "./tasks";
import { teamsAsked, teamsShapes } from "./teams";
import { todosAsked, todosShapes } from "./todos";
import { visitQuestionsAsked, visitQuestionsShapes } from "./visitQuestions";
import { visitTargetsAsked, visitTargetsShapes } from "./visitTargets";
import { visitTypesAsked, visitTypesShapes } from "./visitTypes";
import { visitsAsked, visitsShapes } from "./visits";

/** All of them, for the build and for tests: a page takes those of what it asks for. */
export const answerShapes = {
  ...absencesShapes,
  ...auditShapes,
  ...authShapes,
  ...calendarShapes,
  ...checkInsShapes,
  ...clientsShapes,
  ...companionsShapes,
  ...customersShapes,
  ...dayPlansShapes,
  ...devicesShapes,
  ...duplicatesShapes,
  ...exportsShapes,
  ...filesShapes,
  ...followUpsShapes,
  ...givingShapes,
  ...importsShapes,
  ...keptShapes,
  ...meShapes,
  ...membersShapes,
  ...myDataShapes,
  ...noticesShapes,
  ...officeShapes,
  ...openingsShapes,
  ...pinsShapes,
  ...plansShapes,
  ...praiseShapes,
  ...privacyShapes,
  ...queuedShapes,
  ...readinessShapes,
  ...refusalsShapes,
  ...reportsShapes,
  ...reviewsShapes,
  ...salesShapes,
  ...searchShapes,
  ...setupShapes,
  ...siteCodesShapes,
  ...stagesShapes,
  ...statementsShapes,
  ...syncShapes,
  ...tableViewsShapes,
  ...targetsShapes,
  ...tasksShapes,
  ...teamsShapes,
  ...todosShapes,
  ...visitQuestionsShapes,
  ...visitTargetsShapes,
  ...visitTypesShapes,
  ...visitsShapes,
};

export const paths = {
  ...absencesAsked.paths,
  ...auditAsked.paths,
  ...authAsked.paths,
  ...calendarAsked.paths,
  ...checkInsAsked.paths,
  ...clientsAsked.paths,
  ...companionsAsked.paths,
  ...customersAsked.paths,
  ...dayPlansAsked.paths,
  ...devicesAsked.paths,
  ...duplicatesAsked.paths,
  ...exportsAsked.paths,
  ...filesAsked.paths,
  ...followUpsAsked.paths,
  ...givingAsked.paths,
  ...importsAsked.paths,
  ...keptAsked.paths,
  ...meAsked.paths,
  ...membersAsked.paths,
  ...myDataAsked.paths,
  ...noticesAsked.paths,
  ...officeAsked.paths,
  ...openingsAsked.paths,
  ...pinsAsked.paths,
  ...plansAsked.paths,
  ...praiseAsked.paths,
  ...privacyAsked.paths,
  ...readinessAsked.paths,
  ...refusalsAsked.paths,
  ...reportsAsked.paths,
  ...reviewsAsked.paths,
  ...salesAsked.paths,
  ...searchAsked.paths,
  ...setupAsked.paths,
  ...siteCodesAsked.paths,
  ...stagesAsked.paths,
  ...statementsAsked.paths,
  ...syncAsked.paths,
  ...tableViewsAsked.paths,
  ...targetsAsked.paths,
  ...tasksAsked.paths,
  ...teamsAsked.paths,
  ...todosAsked.paths,
  ...visitQuestionsAsked.paths,
  ...visitTargetsAsked.paths,
  ...visitTypesAsked.paths,
  ...visitsAsked.paths,
};
