import { stagesAsked } from "./answerShapes/stages";
import { caller } from "./http";

const call = caller(stagesAsked);

export const undoStage = (stageChangeId: string, commandId: string) =>
  call("stages.undo", { params: { stageChangeId }, body: { commandId } });
