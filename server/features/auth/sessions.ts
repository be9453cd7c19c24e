import { byId } from "../../db";
import type { Deps } from "../../deps";
import { sessionHours, type FindSession, type MemberActor } from "../../http";
import { sha256 } from "../../lib/ids";
import { perProcess } from "../../lib/perProcess";
import { ShortCache } from "../../lib/shortCache";
import { membersNow } from "../members";
import { SessionModel, type SessionRecord } from "./sessionModel";

const keptMs = 5_000;

const sessionRecords = byId<SessionRecord>(SessionModel);

type SessionDeps = Pick<Deps, "clock" | "realNow" | "newToken" | "caches">;

export interface Sessions {
  find: FindSession;
  /** Finds a session by a cookie of before `__Host-`: only one that began with such a cookie, so that none can be slipped in. */
  findOld: FindSession;
  /** Signs a member in. @returns the only copy of the token */
  begin(who: { memberId: string; via: "weapp" | "h5"; device?: string }): Promise<{ token: string; expiresAt: Date }>;
  end(tokenHash: string): Promise<void>;
}

/** The sessions of one process. What was looked up is believed for 5 s, and so are members, by the cache of their own. */
export function createSessions(deps: SessionDeps): Sessions {
  // Only a good answer is kept: a token that is not good costs its sender a look-up each time.
  const cache = new ShortCache<string | null>({
    realNow: deps.realNow,
    keptMs,
    entriesMax: 20_000,
    isWorthKeeping: (memberId) => memberId !== null,
  });

  async function memberIdOf(tokenHash: string, { old = false } = {}): Promise<string | null> {
    const session = await sessionRecords.get(tokenHash);
    if (!session || session.expiresAt <= deps.realNow() || (old && session.hostCookie)) return null;
    return session.memberId;
  }

  async function memberOf(tokenHash: string, memberId: string | null): Promise<MemberActor | null> {
    if (memberId === null) return null;
    const member = await membersNow(deps).find(memberId);
    // Somebody who left and comes back signs in anew.
    if (!member) await end(tokenHash);
    return member;
  }

  async function end(tokenHash: string): Promise<void> {
    await SessionModel.deleteOne({ _id: tokenHash });
    cache.forget(tokenHash);
  }

  return {
    find: async (tokenHash) => memberOf(tokenHash, await cache.get(tokenHash, () => memberIdOf(tokenHash))),
    findOld: async (tokenHash) => memberOf(tokenHash, await memberIdOf(tokenHash, { old: true })),

    async begin({ memberId, via, device }) {
      const token = deps.newToken();
      const beganAt = deps.realNow();
      const expiresAt = new Date(beganAt.getTime() + sessionHours * 3_600_000);
      const record = { _id: sha256(token), memberId, via, device: device ?? null, beganAt, expiresAt };
      await SessionModel.create({ ...record, hostCookie: true });
      return { token, expiresAt };
    },

    end,
  };
}

/** One set of sessions for each process: the routes and the look-up share what they have cached. */
export const sessionsOf = perProcess(createSessions);
