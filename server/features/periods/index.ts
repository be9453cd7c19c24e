export { bookedInOf, openMonths, standingOf, standingsAround } from "./periods";
