export { bookedInOf, cutOffUnder, openMonths, standingOf, standingsAround } from "./periods";
