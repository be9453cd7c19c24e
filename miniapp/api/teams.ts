import { call } from "./http";

export const readTeam = (unitId: string, period: string) => call("teams.read", { params: { unitId, period } });
