export { stagesHandlers } from "./routes";
export { stageChangesAt, stageChangesOfMonth } from "./stageChanges";
export type { StageChangeRecord } from "./stageModel";
