import { jobActor, scopes } from "@shared/domain/actor";
import { addApiKey, listApiKeys, revokeApiKey } from "../features/apiKeys";
// Loads every model, so that all indexes are built.
import "../routes";
import { type Arguments, Misuse } from "./operator/arguments";
import { type CommandParts, startCommand } from "./operator/operatorCommand";

const usage = `Keys by which other systems call the API:

  npm run api-key                        lists them
  npm run api-key -- add NAME SCOPE ...  makes one and shows it, this once
  npm run api-key -- revoke NAME         ends one for good, within 5 s

  A NAME has small letters, digits and - (such as crm), and is never given twice.
  A SCOPE is one of: ${scopes.join(", ")}.
`;

function parse(args: Arguments) {
  if (args.isEmpty) return null;
  const verb = args.oneOf("VERB", ["add", "revoke"]);
  const name = args.word("NAME");
  if (verb === "revoke") return { verb, name };
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(name))
    throw new Misuse(`${JSON.stringify(name)} is no NAME: it has up to 40 small letters, digits and -`);
  return { verb, name, scopes: args.many(() => args.oneOf("SCOPE", scopes)) };
}

/** Each change is in the audit log under this command's own name. */
startCommand({
  usage,
  failure: "The keys could not be changed",
  needsPreparedDatabase: true,
  parse,
  async run(wanted, { deps, say, complain }) {
    const request = { actor: jobActor("api-key"), commandId: deps.newId() };
    if (wanted === null) await list(say);
    else if (wanted.verb === "revoke") {
      await revokeApiKey(deps, { ...request, name: wanted.name });
      say(`${wanted.name} is revoked.`);
    } else {
      say(await addApiKey(deps, { ...request, name: wanted.name, scopes: wanted.scopes }));
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
