import { jobActor, roles } from "@shared/domain/actor";
import { type BusinessDay, businessDayOf } from "@shared/domain/time";
import {
  findDirectoryLeaders,
  findGrantedRoles,
  type GrantedRole,
  grantRole,
  memberIdOfUser,
  revokeRole,
} from "../features/members";
// Loads every model, so that all indexes are built.
import "../routes";
import type { Arguments } from "./operator/arguments";
import { type CommandParts, operatorCommand, startCommand } from "./operator/operatorCommand";

const usage = `Roles, for whoever runs the server. The first administrator is named by FIRST_ADMIN_USERID, or here.

  npm run role                               lists who has which
  npm run role -- grant MEMBER ROLE [UNIT]   gives a role, from now on
  npm run role -- revoke MEMBER ROLE [UNIT]  takes it back

  A MEMBER is a userid of WeCom whom the directory has brought already (the server reads it when it starts).
  A ROLE is one of: ${roles.join(", ")}. A manager is one of a UNIT, such as u3.
  Who leads a department in WeCom is its manager without being given it, and is one until WeCom says otherwise.
`;

function parse(args: Arguments) {
  if (args.isEmpty) return null;
  const verb = args.oneOf("VERB", ["grant", "revoke"]);
  const name = args.word("MEMBER");
  return { verb, name, role: args.oneOf("ROLE", roles), unitId: args.isEmpty ? null : args.word("UNIT") };
}

/** Each change is in the audit log under this command's own name. */
export const roleCommand = operatorCommand({
  usage,
  failure: "The role could not be changed",
  needsPreparedDatabase: true,
  parse,
  async run(request, { deps, say }) {
    const today = businessDayOf(deps.clock.now());
    if (request === null) {
      await list(today, say);
      return 0;
    }
    const rolesNow = () => findGrantedRoles(today);
    const before = await rolesNow();
    const { verb, name, role, unitId } = request;
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

/** By an administrator, and as leader of a department in WeCom. */
async function list(today: BusinessDay, say: CommandParts["say"]): Promise<void> {
  const rolesBy = new Map<string, { name: string; roles: string[] }>();
  for (const { memberId, name, roles: granted } of await findGrantedRoles(today))
    rolesBy.set(memberId, { name, roles: granted.map((one) => nameOf(one) + endOf(one)) });
  for (const { memberId, name, unitId } of await findDirectoryLeaders(today)) {
    const known = rolesBy.get(memberId) ?? { name, roles: [] };
    rolesBy.set(memberId, {
      name,
      roles: [...known.roles, `${nameOf({ role: "manager", unitId })} by WeCom's directory`],
    });
  }
  for (const [memberId, { name, roles: named }] of [...rolesBy].sort(([a], [b]) => (a < b ? -1 : 1)))
    say(`${memberId} (${name}): ${named.join(", ")}`);
  say("Whoever belongs to a team in WeCom's directory and does not lead it is a rep.");
}

const nameOf = ({ role, unitId }: Pick<GrantedRole, "role" | "unitId">): string =>
  unitId === null ? role : `${role} of ${unitId}`;
const endOf = ({ lastOn }: GrantedRole): string => (lastOn === null ? "" : ` until ${lastOn}`);

if (require.main === module) startCommand(roleCommand);
