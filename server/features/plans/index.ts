export { assign, type OrganisationSnapshot, readOrganisationSnapshot } from "./assignments";
export { draftPlan, publishPlan, submitPlan } from "./changePlan";
export { planPublished, type PlanPublished } from "./events";
export { assignmentsNamed, type PlanUsed, plansUsedOf, withoutUnits } from "./plansUsed";
export { plansHandlers } from "./routes";
export { membersInScope } from "./scope";
export { disinterested } from "./policy";
export { unitsUsed } from "./unitsUsed";
