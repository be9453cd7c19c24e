export { prepareBooking, type Booking, type MonthChange } from "./prepareBooking";
export { readMonth, salesDoneFen, statementQueue } from "./readMonth";
export { membersPricedBy, repriceHandler } from "./repriceStatement";
export { nextStepOfTeam, payIfTeamSold, payToTarget } from "./whatIf";
export { statementsHandlers } from "./routes";
