import type { BodyOf } from "@shared/contracts";
import { call } from "./http";

export const readAbsence = () => call("absences.read", {});
export const setAbsence = (body: BodyOf<"absences.set">) => call("absences.set", { body });
