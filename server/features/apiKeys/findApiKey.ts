import type { Deps } from "../../deps";
import type { ApiKeyActor, FindApiKey } from "../../http";
import { ShortCache } from "../../lib/shortCache";
import { ApiKeyModel, type ApiKeyRecord } from "./apiKeyModel";

/** A revoked key is refused after this time at most. */
const keptMs = 5_000;

/** The actor behind a key. Only good keys are kept: one that is not costs its sender a look-up each time. */
export function findApiKey({ realNow }: Pick<Deps, "realNow">): FindApiKey {
  const cache = new ShortCache<ApiKeyActor | null>({
    realNow,
    keptMs,
    entriesMax: 1_000,
    isWorthKeeping: (actor) => actor !== null,
  });
  return (tokenHash) => cache.get(tokenHash, () => lookUp(tokenHash));
}

async function lookUp(tokenHash: string): Promise<ApiKeyActor | null> {
  const key = await ApiKeyModel.findOne({ _id: tokenHash }).lean<ApiKeyRecord | null>();
  if (!key || key.revokedAt) return null;
  return { kind: "apiKey", id: key.name, roles: [], scopes: key.scopes };
}
