import { call } from "./http";

export const readFollowUp = (followUpId: string) => call("followUps.read", { params: { followUpId } });
