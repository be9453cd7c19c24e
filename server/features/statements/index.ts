export { changesByComponent, type ComponentChange } from "./changesByComponent";
export { factorCrossed, type FactorCrossed } from "./factorCrossed";
export { requestMonths, requestPricing } from "./requestPricing";
export { memberProgress, type MonthSummary, storedSummary, summaryOf } from "./monthSummary";
export { readMonthUnder } from "./monthUnder";
export { type MonthView, monthVersion, readMonthView } from "./monthView";
export { openFacts, openShares, priceOpenedMonth } from "./openInBulk";
export {
  changesOf,
  firstOrderFactIdOf,
  newestFactOf,
  prepareBooking,
  type Booking,
  type BookingDeps,
  type MonthChange,
} from "./prepareBooking";
export { factsOfMonth } from "./bookFacts";
export { readMonthState, statementQueue } from "./readMonthState";
export { askToReprice, type StatementReprice } from "./events";
export { statementSubscriptions } from "./subscriptions";
export { restateMonth, type Restated } from "./restateMonth";
export { monthsStored, readStoredMonth, recomputed } from "./storedMonth";
export { totalsOf } from "./summarise";
export { type UnitChange, unitChangesOf } from "./unitChanges";
export { unitSalesAfterFen, unitSalesOn } from "./unitSales";
export { type NextStep, nextStepOf, nextStepOfTeam, payIfTeamSold, payToTarget } from "./whatIf";
