import type { ClientSession } from "mongoose";
import { AppError } from "@shared/errors";
import { byId, command, insert, remove } from "../../db";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { perProcess } from "../../lib/perProcess";
import { ShortCache } from "../../lib/shortCache";
import { ConsentModel, type ConsentRecord } from "./consentModel";

/** The text about positions that is shown now, named by the day it was written. A new text asks everybody again. */
export const consentVersion = "2026-11-30";

/** All that there were, oldest first. */
const consentVersions = ["2026-03-01", "2026-03-20", "2026-03-21", consentVersion];

/** What people read of a text instead of the day on which it was written, which says nothing of theirs; null: no such text is known. */
export const consentNumberOf = (version: string): number | null => consentVersions.indexOf(version) + 1 || null;

/** Whether this member has accepted the present text, never from a cache. Without it no position is taken. */
export const hasConsented = async (memberId: string): Promise<boolean> =>
  (await consents.get(`${memberId}:${consentVersion}`)) !== undefined;

const consents = byId<ConsentRecord>(ConsentModel);

/** Consents as they were at most 5 s ago; who has none is asked for each time, so that giving it counts at once. */
export const consentsNow = perProcess(({ realNow }: Pick<Deps, "realNow" | "caches">) => {
  const cache = new ShortCache<boolean>({
    realNow,
    keptMs: 5_000,
    entriesMax: 20_000,
    isWorthKeeping: (given) => given,
  });
  return {
    has: (memberId: string): Promise<boolean> => cache.get(memberId, () => hasConsented(memberId)),
    forget: (memberId: string): void => cache.forget(memberId),
  };
});

/** All that a member has accepted, newest first, also what has ended. */
export const consentsOf = (memberId: string): Promise<ConsentRecord[]> =>
  ConsentModel.find({ memberId }).sort({ acceptedAt: -1 }).lean<ConsentRecord[]>();

/** The version accepted last, which may be an older one; null where none was. */
export async function acceptedVersionOf(memberId: string): Promise<string | null> {
  const accepted = await consentsOf(memberId);
  return accepted.find(({ endedAt }) => (endedAt ?? null) === null)?.version ?? null;
}

/** Consent is given to an employer: who leaves takes it along, and so does who takes it back; both are asked again. What was is kept. */
export async function endConsents(memberId: string, endedAt: Date, session: ClientSession): Promise<void> {
  const accepted = await ConsentModel.find({ memberId }, null, { session }).lean<ConsentRecord[]>();
  for (const consent of accepted.filter((one) => (one.endedAt ?? null) === null)) {
    remove(ConsentModel, { _id: consent._id }, session);
    await insert(ConsentModel, { ...consent, _id: `${consent._id}:${endedAt.toISOString()}`, endedAt }, session);
  }
}

/** Accepts the present text. Accepting it again changes nothing and answers with the first time. */
export function acceptConsent(
  deps: Pick<Deps, "clock">,
  request: { actor: MemberActor; commandId: string; version: string },
): Promise<{ acceptedVersion: string; acceptedAt: string }> {
  const { actor, commandId, version } = request;
  const memberId = actor.id;
  return command({ actor, commandId, kind: "me.consent", body: { version } }, async () => {
    if (version !== consentVersion) {
      const fields = [{ field: "version", code: "consent.versionUnknown" }];
      throw new AppError("input.invalid", `the present text is ${consentVersion}`, { fields });
    }
    const id = `${memberId}:${version}`;
    const known = await ConsentModel.findOne({ _id: id }).lean<ConsentRecord | null>();
    const acceptedAt = known?.acceptedAt ?? deps.clock.now();
    return {
      answer: { acceptedVersion: version, acceptedAt: acceptedAt.toISOString() },
      audit: { action: "me.consent", subject: `member:${memberId}`, at: acceptedAt, detail: { version } },
      write: async (session) => {
        if (!known) await insert(ConsentModel, { _id: id, memberId, version, acceptedAt, endedAt: null }, session);
      },
    };
  });
}
