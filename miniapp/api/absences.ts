import type { BodyOf } from "@shared/contracts";
import { absencesAsked } from "./answerShapes/absences";
import { caller } from "./http";

const call = caller(absencesAsked);

export const readAbsence = () => call("absences.read", {});
export const setAbsence = (body: BodyOf<"absences.set">) => call("absences.set", { body });
