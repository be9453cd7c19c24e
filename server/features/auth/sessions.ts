import { businessDayOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { FindSession, MemberActor } from "../../http";
import { sha256 } from "../../lib/ids";
import { perProcess } from "../../lib/perProcess";
import { ShortCache } from "../../lib/shortCache";
import { readSessionMember } from "../members";
import { SessionModel, type SessionRecord } from "./sessionModel";

export const sessionHours = 12;
const keptMs = 5_000;

type SessionDeps = Pick<Deps, "clock" | "realNow" | "newToken">;

export interface Sessions {
  find: FindSession;
  /** Signs a member in. @returns the only copy of the token */
  begin(who: { memberId: string; via: "weapp" | "h5"; device?: string }): Promise<{ token: string; expiresAt: Date }>;
  end(tokenHash: string): Promise<void>;
}

/** The sessions of one process. What was looked up is believed for 5 s, so whoever leaves is out after that at most. */
export function createSessions(deps: SessionDeps): Sessions {
  // Only a good answer is kept: a token that is not good costs its sender a look-up each time.
  const cache = new ShortCache<MemberActor | null>({
    realNow: deps.realNow,
    keptMs,
    entriesMax: 20_000,
    isWorthKeeping: (actor) => actor !== null,
  });

  async function lookUp(tokenHash: string): Promise<MemberActor | null> {
    const session = await SessionModel.findOne({ _id: tokenHash }).lean<SessionRecord | null>();
    if (!session || session.expiresAt <= deps.realNow()) return null;
    const member = await readSessionMember(session.memberId, businessDayOf(deps.clock.now()));
    // Somebody who left and comes back signs in anew.
    if (!member) await SessionModel.deleteOne({ _id: tokenHash });
    return member;
  }

  return {
    find: (tokenHash) => cache.get(tokenHash, () => lookUp(tokenHash)),

    async begin({ memberId, via, device }) {
      const token = deps.newToken();
      const beganAt = deps.realNow();
      const expiresAt = new Date(beganAt.getTime() + sessionHours * 3_600_000);
      await SessionModel.create({ _id: sha256(token), memberId, via, device: device ?? null, beganAt, expiresAt });
      return { token, expiresAt };
    },

    async end(tokenHash) {
      await SessionModel.deleteOne({ _id: tokenHash });
      cache.forget(tokenHash);
    },
  };
}

/** One set of sessions for each process: the routes and the look-up share what they have cached. */
export const sessionsOf = perProcess(createSessions);
