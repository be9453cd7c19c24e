export { assign, type OrganisationSnapshot, readOrganisationSnapshot } from "./assignments";
export { mayBeginPlans } from "./beginPlans";
export { refuseFaults } from "./faulty";
export { checkPlanTask, rulesHashOf, storeCheck } from "./planChecks";
export { draftPlan, publishPlan, submitPlan } from "./changePlan";
export {
  firstPayingDaySet,
  type FirstPayingDaySet,
  planPublished,
  type PlanPublished,
  planSentBack,
  type PublishedTold,
  type PlanSentBack,
  planSubmitted,
  type PlanSubmitted,
  planWithdrawn,
} from "./events";
export { findPlansByName } from "./findByName";
export { firstPayingDay, openingsStandFrom, salesStandFrom } from "./firstPayingDay";
export { publishersOf } from "./publishers";
export {
  authorIdsOf,
  findVersion,
  findVersionOrNull,
  hasPublishedPlan,
  pageOfVersions,
  rulesOf,
  versionsSentBackTo,
} from "./planVersions";
export type { PlanRecord } from "./planModel";
export { type RepsWithoutPlan, repsWithoutPlan } from "./repsWithout";
export { assignmentsNamed, type PlanUsed, plansUsedOf, withoutUnits } from "./plansUsed";
export { countVersions, type PlanInForce, plansInForce } from "./plansInForce";
export { plansHandlers } from "./routes";
export { membersInScope } from "./scope";
export {
  disinterested,
  firstPayingDayRoles,
  mayDraftPlan,
  mayPublishPlan,
  mayReadAllPlans,
  mayReadFirstPayingDay,
  mayReadWholePlan,
  mayReviewPlan,
  maySetFirstPayingDay,
} from "./policy";
export { assignmentsOfSelling } from "./sellers";
export { plansInMonth } from "./plansInMonth";
export { unitsUsed } from "./unitsUsed";
