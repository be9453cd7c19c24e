import type { Deps } from "./deps";
import { tableViewsHandlers } from "./features/tableViews";
import { absencesHandlers } from "./features/absences";
import { authHandlers, devicesHandlers } from "./features/auth";
import { calendarHandlers } from "./features/calendar";
import { checkInsHandlers } from "./features/checkIns";
import { clientListHandlers, pinListHandlers } from "./features/clientList";
import { customersHandlers, pinsHandlers, sitesHandlers } from "./features/customers";
import { dayPlansHandlers } from "./features/dayPlans";
import { duplicatesHandlers } from "./features/duplicates";
import { demoHandlers } from "./features/demo";
import { statementsHandlers } from "./features/earnings";
import { exportsHandlers } from "./features/exports";
import { openingsHandlers } from "./features/openings";
import { followUpsHandlers } from "./features/followUps";
import { importsHandlers } from "./features/imports";
import { auditHandlers } from "./features/looks";
import { meHandlers, rolesHandlers } from "./features/members";
import { noticesHandlers } from "./features/notices";
import { officeHandlers } from "./features/office";
import { plansHandlers } from "./features/plans";
import { praiseHandlers } from "./features/praise";
import { privacyHandlers } from "./features/privacy";
import { teamsHandlers } from "./features/performance";
import { rightsOf } from "./features/rights";
import { reviewsHandlers } from "./features/reviews";
import { refusalsHandlers } from "./features/refusals";
import { reportsHandlers } from "./features/reports";
import { salesHandlers } from "./features/sales";
import { setupHandlers } from "./features/setup";
import { searchHandlers } from "./features/search";
import { simulationsHandlers } from "./features/simulations";
import { siteCodesHandlers } from "./features/siteCodes";
import { membersHandlers } from "./features/staff";
import { stagesHandlers } from "./features/stages";
import { syncHandlers } from "./features/sync";
import { targetsHandlers } from "./features/targets";
import { teamMembersHandlers } from "./features/teamMembers";
import { todayHandlers } from "./features/today";
import { todosHandlers } from "./features/todos";
import { companionsHandlers, visitsHandlers } from "./features/visits";
import { visitQuestionsHandlers } from "./features/visitQuestions";
import { visitTargetsHandlers } from "./features/visitTargets";
import { visitTypesHandlers } from "./features/visitTypes";
import { filesHandlers } from "./files";
import { readProcessHealth } from "./processHealth";
import type { AllHandlers } from "./http";
import { tasksHandlers } from "./tasks";

/** Every operation's handler; a missing one does not compile. */
export function handlersOf(deps: Deps): AllHandlers {
  const handlers = {
    ...absencesHandlers(deps),
    ...tableViewsHandlers(deps),
    ...simulationsHandlers(deps),
    ...auditHandlers(deps),
    ...authHandlers(deps),
    ...calendarHandlers(deps),
    ...checkInsHandlers(deps),
    ...clientListHandlers(deps),
    ...pinListHandlers(deps),
    ...customersHandlers(deps),
    ...dayPlansHandlers(deps),
    ...demoHandlers(deps),
    ...devicesHandlers(deps),
    ...exportsHandlers(deps),
    ...openingsHandlers(deps),
    ...filesHandlers(deps),
    ...followUpsHandlers(deps),
    ...importsHandlers(deps),
    ...meHandlers(deps, rightsOf),
    ...membersHandlers(deps),
    ...noticesHandlers(deps),
    ...officeHandlers(deps, () => readProcessHealth(deps)),
    ...plansHandlers(deps),
    ...praiseHandlers(deps),
    ...privacyHandlers(deps),
    ...reviewsHandlers(deps),
    ...refusalsHandlers(deps),
    ...reportsHandlers(deps),
    ...rolesHandlers(deps),
    ...salesHandlers(deps),
    ...setupHandlers(deps),
    ...searchHandlers(deps),
    ...siteCodesHandlers(deps),
    ...stagesHandlers(deps),
    ...statementsHandlers(deps),
    ...sitesHandlers(deps),
    ...pinsHandlers(deps),
    ...duplicatesHandlers(deps),
    ...targetsHandlers(deps),
    ...tasksHandlers(deps),
    ...teamMembersHandlers(deps),
    ...teamsHandlers(deps),
    ...todayHandlers(deps),
    ...todosHandlers(deps),
    ...visitsHandlers(deps),
    ...companionsHandlers(deps),
    ...visitQuestionsHandlers(deps),
    ...visitTargetsHandlers(deps),
    ...visitTypesHandlers(deps),
  };
  return { ...handlers, ...syncHandlers(deps, handlers) };
}
