export { bookedInOf, openMonths, standingOf } from "./periods";
