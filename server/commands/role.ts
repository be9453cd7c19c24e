import { z } from "zod";
import { jobActor, roles } from "@shared/domain/actor";
import { businessDayOf } from "@shared/domain/time";
import { findGrantedRoles, type GrantedRole, grantRole, memberIdOfUser, revokeRole } from "../features/members";
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
    const rolesNow = () => findGrantedRoles(businessDayOf(deps.clock.now()));
    const before = await rolesNow();
    if (request.length === 0) {
      for (const { memberId, name, roles: granted } of before)
        say(`${memberId} (${name}): ${granted.map((one) => nameOf(one) + endOf(one)).join(", ")}`);
      if (before.length === 0) say("Nobody has a role but by the directory.");
      return 0;
    }
    const [verb, name, role, unitId = null] = request;
    const memberId = await memberIdOfUser(name);
    const change = { actor: jobActor("role"), memberId };
    const commandId = deps.newId();
    if (verb === "grant") await grantRole(deps, { ...change, body: { commandId, role, unitId, lastOn: null } });
    else await revokeRole(deps, { ...change, body: { commandId, role, unitId } });
    const find = (members: typeof before) =>
      members
        .find((member) => member.memberId === memberId)
        ?.roles.find((one) => one.role === role && one.unitId === unitId);
    const [had, has] = [find(before), find(await rolesNow())];
    const what = nameOf({ role, unitId });
    const was = had ? `was ${what}${endOf(had)} before` : `was not ${what} before`;
    if (had?.lastOn === has?.lastOn && Boolean(had) === Boolean(has)) say(`${memberId} ${was}; nothing has changed.`);
    else if (had && has) say(`${memberId} is now ${what}${endOf(has) || " without an end"}, and ${was}.`);
    else say(`${memberId} is ${has ? "now" : "no longer"} ${what}; every process knows it within 5 s.`);
    return 0;
  },
});

const nameOf = ({ role, unitId }: Pick<GrantedRole, "role" | "unitId">): string =>
  unitId === null ? role : `${role} of ${unitId}`;
const endOf = ({ lastOn }: GrantedRole): string => (lastOn === null ? "" : ` until ${lastOn}`);
