export { askForPricing } from "./askForPricing";
export { type MonthSummary, storedSummary, summaryOf } from "./monthSummary";
export { type MonthView, monthVersion, readMonthView } from "./monthView";
export { prepareBooking, type Booking, type BookingDeps, type MonthChange } from "./prepareBooking";
export { readMonth, salesDoneFen, statementQueue } from "./readMonth";
export { membersPricedBy, repriceForTargets, repriceHandler } from "./repriceStatement";
export { totalsOf } from "./summarise";
export { nextStepOfTeam, payIfTeamSold, payToTarget } from "./whatIf";
