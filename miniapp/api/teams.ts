import { teamsAsked } from "./answerShapes/teams";
import { caller } from "./http";

const call = caller(teamsAsked);

export const readTeamMember = (unitId: string, memberId: string, period: string) =>
  call("teams.member", { params: { unitId, memberId, period } });
export const readTeamLevel = (period: string, unitId: string) =>
  call("teams.level", { params: { period }, query: unitId === "" ? {} : { unitId } });
export const readTeam = (unitId: string, period: string) => call("teams.read", { params: { unitId, period } });
