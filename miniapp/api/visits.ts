import { call } from "./http";

export const readVisit = (visitId: string) => call("visits.read", { params: { visitId } });
