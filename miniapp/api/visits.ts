import { visitsAsked } from "./answerShapes/visits";
import { caller } from "./http";

const call = caller(visitsAsked);

export const readVisit = (visitId: string) => call("visits.read", { params: { visitId } });
