import { followUpsAsked } from "./answerShapes/followUps";
import { caller } from "./http";

const call = caller(followUpsAsked);

export const readFollowUp = (followUpId: string) => call("followUps.read", { params: { followUpId } });
