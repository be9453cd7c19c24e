export { targetPublished, type TargetPublished } from "./events";
export { salesMeasure, targetsOf } from "./targets";
export { openTargets } from "./changeTargets";
export { mayReadTarget } from "./policy";
export { publishTargets } from "./publishTargets";
export { mayBeDecider, readDeciders } from "./ownInterest";
export { type TeamWithoutTarget, teamsWithoutTarget } from "./teamsWithout";
export { targetsHandlers } from "./routes";
export { setTargets } from "./setTargets";
