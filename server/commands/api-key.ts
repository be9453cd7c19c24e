import { z } from "zod";
import { jobActor, scopes } from "@shared/domain/actor";
import { AppError } from "@shared/errors";
import { settingsOrExit } from "../../config/env";
import { createDeps } from "../createDeps";
import { buildIndexes, connect, disconnect } from "../db";
import { addApiKey, listApiKeys, revokeApiKey } from "../features/apiKeys";

const usage = `Keys by which other systems call the API:

  npm run api-key                        lists them
  npm run api-key -- add NAME SCOPE ...  makes one and shows it, this once
  npm run api-key -- revoke NAME         ends one for good, within 5 s

  A NAME has letters, digits and - (such as crm), and is never given twice.
  A SCOPE is one of: ${scopes.join(", ")}.
`;

const added = z.object({ name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/), scopes: z.array(z.enum(scopes)).min(1) });

/** For whoever runs the server; each change is in the audit log under this command's own name. */
async function main([verb, name, ...given]: string[]): Promise<number> {
  const addition = added.safeParse({ name, scopes: given });
  const isKnown = verb === undefined || (verb === "add" ? addition.success : verb === "revoke" && name !== undefined);
  if (!isKnown) {
    process.stderr.write(usage);
    return 1;
  }
  const settings = settingsOrExit();
  const deps = createDeps(settings);
  const actor = jobActor("api-key");
  const commandId = deps.newId();
  await connect(settings.MONGODB_URI);
  try {
    await buildIndexes();
    if (verb === undefined) await list();
    else if (verb === "revoke") {
      await revokeApiKey(deps, { actor, commandId, name: name ?? "" });
      process.stdout.write(`${name} is revoked.\n`);
    } else if (addition.success) {
      const token = await addApiKey(deps, { actor, commandId, ...addition.data });
      process.stdout.write(`${token}\n`);
      process.stderr.write("Send it as `Authorization: Bearer …`. It is not shown again.\n");
    }
    return 0;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    process.stderr.write(`${error.message}; nothing was changed.\n`);
    return 1;
  } finally {
    await disconnect();
  }
}

async function list(): Promise<void> {
  const keys = await listApiKeys();
  if (keys.length === 0) process.stdout.write("There are no keys.\n");
  for (const key of keys) {
    const state = key.revokedAt ? `revoked ${key.revokedAt.toISOString()}` : "in use";
    process.stdout.write(`${key.name}\n  ${key.scopes.join(", ")}; made ${key.createdAt.toISOString()}, ${state}\n`);
  }
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`The keys could not be changed: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
