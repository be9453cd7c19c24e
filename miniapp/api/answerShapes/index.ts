/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import { absencesShapes } from "./absences";
import { authShapes } from "./auth";
import { calendarShapes } from "./calendar";
import { checkInsShapes } from "./checkIns";
import { clientsShapes } from "./clients";
import { companionsShapes } from "./companions";
import { customersShapes } from "./customers";
import { dayPlansShapes } from "./dayPlans";
import { devicesShapes } from "./devices";
import { duplicatesShapes } from "./duplicates";
import { exportsShapes } from "./exports";
import { filesShapes } from "./files";
import { followUpsShapes } from "./followUps";
import { importsShapes } from "./imports";
import { keptShapes } from "./kept";
import { meShapes } from "./me";
import { membersShapes } from "./members";
import { myDataShapes } from "./myData";
import { noticesShapes } from "./notices";
import { officeShapes } from "./office";
import { pinsShapes } from "./pins";
import { plansShapes } from "./plans";
import { praiseShapes } from "./praise";
import { privacyShapes } from "./privacy";
import { queuedShapes } from "./queued";
import { readinessShapes } from "./readiness";
import { refusalsShapes } from "./refusals";
import { reportsShapes } from "./reports";
import { reviewsShapes } from "./reviews";
import { salesShapes } from "./sales";
import { searchShapes } from "./search";
import { setupShapes } from "./setup";
import { siteCodesShapes } from "./siteCodes";
import { stagesShapes } from "./stages";
import { statementsShapes } from "./statements";
import { syncShapes } from "./sync";
import { tableViewsShapes } from "./tableViews";
import { targetsShapes } from "./targets";
import { tasksShapes } from "./tasks";
import { teamsShapes } from "./teams";
import { todosShapes } from "./todos";
import { visitQuestionsShapes } from "./visitQuestions";
import { visitTargetsShapes } from "./visitTargets";
import { visitTypesShapes } from "./visitTypes";
import { visitsShapes } from "./visits";

/** All of them, for the build and for tests: a page takes those of what it asks for. */
export const answerShapes = {
  ...absencesShapes,
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
  ...importsShapes,
  ...keptShapes,
  ...meShapes,
  ...membersShapes,
  ...myDataShapes,
  ...noticesShapes,
  ...officeShapes,
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
