import { visitsShapes } from "./answerShapes/visits";
import { caller } from "./http";

const call = caller(visitsShapes);

export const readVisit = (visitId: string) => call("visits.read", { params: { visitId } });
