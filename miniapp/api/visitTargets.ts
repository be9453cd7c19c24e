import type { BodyOf } from "@shared/contracts";
import { visitTargetsShapes } from "./answerShapes/visitTargets";
import { caller } from "./http";

const call = caller(visitTargetsShapes);

export const readVisitWeek = () => call("visits.week", {});
export const readVisitTarget = (unitId: string) => call("visitTargets.read", { params: { unitId } });
export const setVisitTarget = (unitId: string, body: BodyOf<"visitTargets.set">) =>
  call("visitTargets.set", { params: { unitId }, body });
