import { stagesShapes } from "./answerShapes/stages";
import { caller } from "./http";

const call = caller(stagesShapes);

export const undoStage = (stageChangeId: string, commandId: string) =>
  call("stages.undo", { params: { stageChangeId }, body: { commandId } });
