import { call } from "./http";

export const readTeamMember = (unitId: string, memberId: string, period: string) =>
  call("teams.member", { params: { unitId, memberId, period } });
export const readTeam = (unitId: string, period: string) => call("teams.read", { params: { unitId, period } });
