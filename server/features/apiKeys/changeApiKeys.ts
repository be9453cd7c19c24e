import type { Actor, Scope } from "@shared/domain/actor";
import { AppError } from "@shared/errors";
import { claimKey, command, insert, keyTaken, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { sha256 } from "../../lib/ids";
import { ApiKeyModel, type ApiKeyRecord } from "./apiKeyModel";

type Change = { actor: Actor; commandId: string; name: string };

/** Every key there ever was, by name. */
export const listApiKeys = (): Promise<ApiKeyRecord[]> => ApiKeyModel.find({}).sort({ name: 1 }).lean<ApiKeyRecord[]>();

/**
 * Makes a key. It is shown once and kept by nobody here: only its hash is stored.
 * @returns the key itself
 * @throws AppError "command.reused" for a repeat, which cannot show the key again; "input.invalid" for a name that was given before
 */
export async function addApiKey(
  deps: Pick<Deps, "clock" | "newToken">,
  { actor, commandId, name, scopes }: Change & { scopes: readonly Scope[] },
): Promise<string> {
  const token = `xlk_${deps.newToken()}`;
  const tokenHash = sha256(token);
  const made = await command({ actor, commandId, kind: "apiKeys.add", body: { name, scopes } }, async () => {
    if (await keyTaken(`apiKey:${name}`)) {
      const fields = [{ field: "name", code: "apiKey.nameTaken" }];
      throw new AppError("input.invalid", `there is, or was, a key called ${name}: choose another name`, { fields });
    }
    const createdAt = deps.clock.now();
    const record = { _id: tokenHash, name, scopes: [...scopes], createdAt, revokedAt: null, revision: 1 };
    return {
      answer: { tokenHash },
      audit: { action: "apiKey.add", subject: `apiKey:${name}`, at: createdAt, detail: { scopes } },
      write: async (session) => {
        await claimKey(`apiKey:${name}`, tokenHash, session);
        await insert(ApiKeyModel, record, session);
      },
    };
  });
  if (made.tokenHash !== tokenHash) throw new AppError("command.reused", `the key ${name} has been made and shown`);
  return token;
}

/** Ends a key for good; processes that have just asked for it believe it for 5 s more. Ending it again changes nothing. */
export function revokeApiKey(deps: Pick<Deps, "clock">, { actor, commandId, name }: Change): Promise<{ name: string }> {
  return command({ actor, commandId, kind: "apiKeys.revoke", body: { name } }, async () => {
    const key = await ApiKeyModel.findOne({ name }).lean<ApiKeyRecord | null>();
    if (!key) throw new AppError("apiKey.unknown", `there is no key called ${name}`);
    if (key.revokedAt) return { answer: { name }, write: async () => undefined };
    const revokedAt = deps.clock.now();
    return {
      answer: { name },
      audit: { action: "apiKey.revoke", subject: `apiKey:${name}`, at: revokedAt },
      write: (session) =>
        updateAtRevision(ApiKeyModel, { id: key._id, revision: key.revision, set: { revokedAt } }, session),
    };
  });
}
