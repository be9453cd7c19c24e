export { siteCodesHandlers } from "./routes";
export { codeMarksOf, foundOf } from "./siteCodes";
