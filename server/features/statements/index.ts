export { prepareBooking, type Booking, type BookingDeps, type MonthChange } from "./prepareBooking";
export { type MonthState, readMonth, salesDoneFen, statementQueue } from "./readMonth";
export { summarise, totalsOf } from "./summarise";
export { membersPricedBy, repriceForTargets, repriceHandler } from "./repriceStatement";
export { nextStepOfTeam, payIfTeamSold, payToTarget } from "./whatIf";
