import type { BodyOf } from "@shared/contracts";
import { call } from "./http";

export const recordVisit = (body: BodyOf<"visits.record">) => call("visits.record", { body });
export const readVisit = (visitId: string) => call("visits.read", { params: { visitId } });
