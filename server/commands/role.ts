import { z } from "zod";
import { jobActor, roles } from "@shared/domain/actor";
import { businessDayOf } from "@shared/domain/time";
import { findGrantedRoles, grantRole, memberIdOfUser, revokeRole } from "../features/members";
// Loads every model, so that all indexes are built.
import "../routes";
import { operatorCommand } from "./operator/operatorCommand";

const usage = `Roles, for whoever runs the server: the first administrator of a company is named here.

  npm run role                               lists who has which
  npm run role -- grant MEMBER ROLE [UNIT]   gives a role, from now on
  npm run role -- revoke MEMBER ROLE [UNIT]  takes it back

  A MEMBER is a userid of WeCom whom the directory has brought already (the server reads it when it starts).
  A ROLE is one of: ${roles.join(", ")}. A manager is one of a UNIT, such as u3.
`;

const wanted = z.union([
  z.tuple([]),
  z.tuple([z.enum(["grant", "revoke"]), z.string().min(1), z.enum(roles)]),
  z.tuple([z.enum(["grant", "revoke"]), z.string().min(1), z.enum(roles), z.string().min(1)]),
]);

/** Each change is in the audit log under this command's own name. */
operatorCommand({
  usage,
  failure: "The role could not be changed",
  needsPreparedDatabase: true,
  parse: (args) => wanted.safeParse(args).data ?? null,
  async run(request, { deps, say }) {
    const before = await findGrantedRoles(businessDayOf(deps.clock.now()));
    if (request.length === 0) {
      for (const member of before) say(`${member.memberId} (${member.name}): ${member.roles.join(", ")}`);
      if (before.length === 0) say("Nobody has a role but by the directory.");
      return 0;
    }
    const [verb, name, role, unitId = null] = request;
    const memberId = await memberIdOfUser(name);
    const change = { actor: jobActor("role"), memberId };
    const commandId = deps.newId();
    if (verb === "grant") await grantRole(deps, { ...change, body: { commandId, role, unitId, lastOn: null } });
    else await revokeRole(deps, { ...change, body: { commandId, role, unitId } });
    const what = unitId === null ? role : `${role} of ${unitId}`;
    const had = before.some((member) => member.memberId === memberId && member.roles.includes(what));
    if (had === (verb === "grant")) say(`${memberId} ${had ? "was" : "was not"} ${what} before; nothing has changed.`);
    else say(`${memberId} is ${verb === "grant" ? "now" : "no longer"} ${what}; every process knows it within 5 s.`);
    return 0;
  },
});
