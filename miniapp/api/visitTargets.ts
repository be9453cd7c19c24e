import type { BodyOf } from "@shared/contracts";
import { visitTargetsAsked } from "./answerShapes/visitTargets";
import { caller } from "./http";

const call = caller(visitTargetsAsked);

export const readVisitWeek = () => call("visits.week", {});
export const readVisitTarget = (unitId: string) => call("visitTargets.read", { params: { unitId } });
export const setVisitTarget = (unitId: string, body: BodyOf<"visitTargets.set">) =>
  call("visitTargets.set", { params: { unitId }, body });
