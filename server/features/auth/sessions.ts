import { byId } from "../../db";
import type { Deps } from "../../deps";
import { sessionHours, type FindSession, type MemberActor } from "../../http";
import { sha256 } from "../../lib/ids";
import { perProcess } from "../../lib/perProcess";
import { ShortCache } from "../../lib/shortCache";
import { membersNow } from "../members";
import { noteDevice, type SignInDevice } from "./devices";
import { presenceChecks } from "./presence";
import { SessionModel, type SessionRecord } from "./sessionModel";

const keptMs = 5_000;

const sessionRecords = byId<SessionRecord>(SessionModel);

export type SessionDeps = Pick<Deps, "clock" | "realNow" | "newToken" | "caches" | "wecom" | "logger" | "fieldKeys">;

type Found = Pick<SessionRecord, "memberId" | "beganAt" | "deviceId"> | null;

export interface Sessions {
  find: FindSession;
  /** Finds a session by a cookie of before `__Host-`: only one that began with such a cookie, so that none can be slipped in. */
  findOld: FindSession;
  /** Signs a member in. @returns the only copy of the token */
  begin(who: {
    memberId: string;
    via: "weapp" | "h5";
    /** Absent where it does not say which it is. */
    device?: SignInDevice;
  }): Promise<{ token: string; expiresAt: Date }>;
  end(tokenHash: string): Promise<void>;
  /** It was ended elsewhere: this process believes in it no longer. */
  forget(tokenHash: string): void;
}

/** The sessions of one process. What was looked up is believed for 5 s, and so are members, by the cache of their own. */
export function createSessions(deps: SessionDeps): Sessions {
  // Only a good answer is kept: a token that is not good costs its sender a look-up each time.
  const cache = new ShortCache<Found>({
    realNow: deps.realNow,
    keptMs,
    entriesMax: 20_000,
    isWorthKeeping: (found) => found !== null,
  });

  async function lookUp(tokenHash: string, { old = false } = {}): Promise<Found> {
    const session = await sessionRecords.get(tokenHash);
    if (!session || session.expiresAt <= deps.realNow() || (old && session.hostCookie)) return null;
    return { memberId: session.memberId, beganAt: session.beganAt, deviceId: session.deviceId ?? null };
  }

  async function memberOf(tokenHash: string, found: Found): Promise<MemberActor | null> {
    if (found === null) return null;
    const member = await membersNow(deps).find(found.memberId);
    if (member && (await presenceChecks(deps).find(found.memberId, found.beganAt)))
      return { ...member, deviceId: found.deviceId ?? null };
    // Somebody who left and comes back signs in anew.
    await end(tokenHash);
    return null;
  }

  async function end(tokenHash: string): Promise<void> {
    await SessionModel.deleteOne({ _id: tokenHash });
    cache.forget(tokenHash);
  }

  return {
    find: async (tokenHash) => memberOf(tokenHash, await cache.get(tokenHash, () => lookUp(tokenHash))),
    findOld: async (tokenHash) => memberOf(tokenHash, await lookUp(tokenHash, { old: true })),

    async begin({ memberId, via, device }) {
      const token = deps.newToken();
      const beganAt = deps.realNow();
      const expiresAt = new Date(beganAt.getTime() + sessionHours * 3_600_000);
      const deviceId = device ? await noteDevice(deps, { memberId, via, device }) : null;
      const where = { device: device?.name ?? null, deviceId };
      await SessionModel.create({ _id: sha256(token), memberId, via, ...where, beganAt, expiresAt, hostCookie: true });
      return { token, expiresAt };
    },

    end,
    forget: (tokenHash) => cache.forget(tokenHash),
  };
}

/** One set of sessions for each process: the routes and the look-up share what they have cached. */
export const sessionsOf = perProcess(createSessions);
