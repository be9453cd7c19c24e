import { z } from "zod";
import { jobActor, roles } from "@shared/domain/actor";
import { AppError } from "@shared/errors";
import { settingsOrExit } from "../../config/env";
import { createDeps } from "../createDeps";
import { buildIndexes, connect, disconnect } from "../db";
import { grantRole, revokeRole } from "../features/members";

const usage = `Roles, for whoever runs the server: the first administrator of a company is named here.

  npm run role -- grant MEMBER ROLE [UNIT]   gives a role, from now on
  npm run role -- revoke MEMBER ROLE [UNIT]  takes it back

  A MEMBER is a userid of WeCom whom the directory has brought already (the server reads it when it starts).
  A ROLE is one of: ${roles.join(", ")}. A manager is one of a UNIT, such as u3.
`;

const wanted = z.tuple([z.enum(["grant", "revoke"]), z.string().min(1), z.enum(roles), z.string().optional()]);

/** Each change is in the audit log under this command's own name. */
async function main(given: string[]): Promise<number> {
  const asked = wanted.safeParse([given[0], given[1], given[2], given[3]]);
  if (!asked.success || given.length > 4) {
    process.stderr.write(usage);
    return 1;
  }
  const [verb, name, role, unitId = null] = asked.data;
  const memberId = name.toLowerCase();
  const settings = settingsOrExit();
  const deps = createDeps(settings);
  const actor = jobActor("role");
  const commandId = deps.newId();
  await connect(settings.MONGODB_URI);
  try {
    await buildIndexes();
    if (verb === "grant") await grantRole(deps, { actor, memberId, body: { commandId, role, unitId, lastOn: null } });
    else await revokeRole(deps, { actor, memberId, body: { commandId, role, unitId } });
    process.stdout.write(
      `${memberId} is ${verb === "grant" ? "now" : "no longer"} ${role}, from the next request on.\n`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    process.stderr.write(`${error.message}; nothing was changed.\n`);
    return 1;
  } finally {
    await disconnect();
  }
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`The role could not be changed: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
