export { presentVisitType } from "./presentVisitType";
export { visitTypesHandlers } from "./routes";
export { typesNow, visitTypesOf } from "./visitTypes";
