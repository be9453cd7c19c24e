export { bookedInOf, openMonths } from "./periods";
