import { followUpsShapes } from "./answerShapes/followUps";
import { caller } from "./http";

const call = caller(followUpsShapes);

export const readFollowUp = (followUpId: string) => call("followUps.read", { params: { followUpId } });
