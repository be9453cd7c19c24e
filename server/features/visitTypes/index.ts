export { mayChangeVisitTypes } from "./policy";
export { presentVisitType } from "./presentVisitType";
export { saveVisitType } from "./saveVisitType";
export { visitTypesHandlers } from "./routes";
export { typesNow, visitTypesOf } from "./visitTypes";
