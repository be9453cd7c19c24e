export { presentVisitType } from "./presentVisitType";
export { visitTypesHandlers } from "./routes";
export { visitTypesOf } from "./visitTypes";
