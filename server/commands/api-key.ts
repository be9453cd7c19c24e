import { z } from "zod";
import { jobActor, scopes } from "@shared/domain/actor";
import { addApiKey, listApiKeys, revokeApiKey } from "../features/apiKeys";
// Loads every model, so that all indexes are built.
import "../routes";
import { type CommandParts, operatorCommand } from "./operator/operatorCommand";

const usage = `Keys by which other systems call the API:

  npm run api-key                        lists them
  npm run api-key -- add NAME SCOPE ...  makes one and shows it, this once
  npm run api-key -- revoke NAME         ends one for good, within 5 s

  A NAME has letters, digits and - (such as crm), and is never given twice.
  A SCOPE is one of: ${scopes.join(", ")}.
`;

const wanted = z.union([
  z.tuple([]),
  z.tuple([z.literal("revoke"), z.string().min(1)]),
  z.tuple([z.literal("add"), z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/), z.enum(scopes)], z.enum(scopes)),
]);

/** Each change is in the audit log under this command's own name. */
operatorCommand({
  usage,
  failure: "The keys could not be changed",
  needsPreparedDatabase: true,
  parse: (args) => wanted.safeParse(args).data ?? null,
  async run([verb, name, ...given], { deps, say, complain }) {
    const request = { actor: jobActor("api-key"), commandId: deps.newId() };
    if (verb === undefined) await list(say);
    else if (verb === "revoke") {
      await revokeApiKey(deps, { ...request, name });
      say(`${name} is revoked.`);
    } else {
      say(await addApiKey(deps, { ...request, name, scopes: given }));
      complain("Send it as `Authorization: Bearer …`. It is not shown again.");
    }
    return 0;
  },
});

async function list(say: CommandParts["say"]): Promise<void> {
  const keys = await listApiKeys();
  if (keys.length === 0) say("There are no keys.");
  for (const key of keys) {
    const state = key.revokedAt ? `revoked ${key.revokedAt.toISOString()}` : "in use";
    say(`${key.name}\n  ${key.scopes.join(", ")}; made ${key.createdAt.toISOString()}, ${state}`);
  }
}
