import type { BodyOf } from "@shared/contracts";
import { absencesShapes } from "./answerShapes/absences";
import { caller } from "./http";

const call = caller(absencesShapes);

export const readAbsence = () => call("absences.read", {});
export const setAbsence = (body: BodyOf<"absences.set">) => call("absences.set", { body });
