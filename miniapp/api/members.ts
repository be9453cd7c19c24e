import type { BodyOf, QueryOf } from "@shared/contracts";
import { staffErrors } from "@/texts/lateErrors/staff";
import { membersAsked } from "./answerShapes/members";
import { caller } from "./http";

const call = caller(membersAsked, staffErrors);

export const listMembers = (query: QueryOf<"members.list">) => call("members.list", { query });
export const readMember = (memberId: string) => call("members.read", { params: { memberId } });
export const setMemberRecord = (memberId: string, body: BodyOf<"members.setRecord">) =>
  call("members.setRecord", { params: { memberId }, body });
export const askForDirectory = (body: BodyOf<"members.readDirectory">) => call("members.readDirectory", { body });
export const readRoles = () => call("roles.overview", {});
export const grantRole = (memberId: string, body: BodyOf<"roles.grant">) =>
  call("roles.grant", { params: { memberId }, body });
export const revokeRole = (memberId: string, body: BodyOf<"roles.revoke">) =>
  call("roles.revoke", { params: { memberId }, body });
