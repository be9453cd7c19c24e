import type { BodyOf } from "@shared/contracts";
import { call } from "./http";

export const readVisit = (visitId: string) => call("visits.read", { params: { visitId } });
export const correctVisit = (visitId: string, body: BodyOf<"visits.correct">) =>
  call("visits.correct", { params: { visitId }, body });
export const settleNextStep = (visitId: string, body: BodyOf<"visits.settleNextStep">) =>
  call("visits.settleNextStep", { params: { visitId }, body });
