/*
 * What a test begins with, in the words of somebody in sales. Each builder fills in what does not matter to the test, takes what
 * does, and goes through the product's own commands. `prepare` sets a file's company up once.
 */
export { branchUnitId, type Company, companyName, companyUnitId, departmentIdOf, type Person } from "./company";
export { type Customer, givenCustomer, withoutPin } from "./customers";
export { givenBranch, givenMember, givenRep, givenRole, givenTeam, move, type Team, type TeamMember } from "./people";
export { givenPlan, givenPlanCheck, nothingFound, payingForEach, peopleOfHr } from "./plans";
export { givenCompany, prepare } from "./prepare";
export { confirm, givenConfirmedSale, givenSale, saleBody } from "./sales";
export { givenFile, givenPhoto } from "./photos";
export { codeOnSheet, givenSiteCode } from "./siteCodes";
export { givenTargets } from "./targets";
export { checkInBody, followUpBody, givenCheckIn, givenConsent, givenFollowUp, givenVisit, visitBody } from "./visits";
export { showOnly, tellPhones } from "./visible";
