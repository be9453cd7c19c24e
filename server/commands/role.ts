import { z } from "zod";
import { jobActor, roles } from "@shared/domain/actor";
import { grantRole, memberIdOfUser, revokeRole } from "../features/members";
// Loads every model, so that all indexes are built.
import "../routes";
import { operatorCommand } from "./operator/operatorCommand";

const usage = `Roles, for whoever runs the server: the first administrator of a company is named here.

  npm run role -- grant MEMBER ROLE [UNIT]   gives a role, from now on
  npm run role -- revoke MEMBER ROLE [UNIT]  takes it back

  A MEMBER is a userid of WeCom whom the directory has brought already (the server reads it when it starts).
  A ROLE is one of: ${roles.join(", ")}. A manager is one of a UNIT, such as u3.
`;

const wanted = z.union([
  z.tuple([z.enum(["grant", "revoke"]), z.string().min(1), z.enum(roles)]),
  z.tuple([z.enum(["grant", "revoke"]), z.string().min(1), z.enum(roles), z.string().min(1)]),
]);

/** Each change is in the audit log under this command's own name. */
operatorCommand({
  usage,
  failure: "The role could not be changed",
  needsPreparedDatabase: true,
  parse: (args) => wanted.safeParse(args).data ?? null,
  async run([verb, name, role, unitId = null], { deps, say }) {
    const memberId = await memberIdOfUser(name);
    const request = { actor: jobActor("role"), memberId };
    const commandId = deps.newId();
    if (verb === "grant") await grantRole(deps, { ...request, body: { commandId, role, unitId, lastOn: null } });
    else await revokeRole(deps, { ...request, body: { commandId, role, unitId } });
    say(`${memberId} is ${verb === "grant" ? "now" : "no longer"} ${role}; every process knows it within 5 s.`);
    return 0;
  },
});
