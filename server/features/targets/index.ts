export { salesMeasure, targetIdOf, targetsOf } from "./targets";
export { publishTarget } from "./publishTarget";
