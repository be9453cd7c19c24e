import { type MemberActor, roles } from "@shared/domain/actor";
import { rightsOfRoles } from "@shared/domain/roleRights";
import { rightsOf } from "../../../../server/features/rights";

const nobody: MemberActor = {
  ...{ kind: "member", id: "somebody", name: "某人", language: "zh-CN", roles: [], scopes: [] },
  ...{ teamId: null, leads: [] },
};

it.each(roles)("tells of %s what the policies let one open who is nothing else", (role) => {
  const sells = role === "rep" || role === "manager";
  const actor = { ...nobody, roles: [role], teamId: sells ? "u1" : null, leads: role === "manager" ? ["u1"] : [] };
  expect([...rightsOfRoles[role]].sort()).toEqual(rightsOf(actor).sort());
});
