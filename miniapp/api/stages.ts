import { call } from "./http";

export const undoStage = (stageChangeId: string, commandId: string) =>
  call("stages.undo", { params: { stageChangeId }, body: { commandId } });
