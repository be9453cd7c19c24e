import type { Deps } from "../../deps";
import { WecomError } from "../../integrations/wecom";
import { perProcess } from "../../lib/perProcess";
import { ShortCache } from "../../lib/shortCache";
import { userIdOf, verdictNow } from "../members";
import { SessionModel, type SessionRecord } from "./sessionModel";

type AskDeps = Pick<Deps, "realNow" | "caches" | "wecom" | "logger" | "fieldKeys">;

/** How long somebody may go on who has left in WeCom: the directory is read at night only. */
const askedAgainMs = 10 * 60_000;
/** WeCom may be slow; whoever works does not wait for it longer, and its answer counts when it comes. */
const waitMaxMs = 1_000;

/**
 * Whether WeCom still knows somebody who is at work: asked at most every 10 minutes by each process. Where it gives no answer
 * they go on, until it is asked again.
 */
export const presenceChecks = perProcess((deps: AskDeps) => {
  const cache = new ShortCache<boolean>({
    realNow: deps.realNow,
    keptMs: askedAgainMs,
    entriesMax: 20_000,
    isWorthKeeping: (isHere) => isHere,
  });

  async function ask(memberId: string): Promise<boolean> {
    const isHere = !isAway(await presenceOf(deps, memberId));
    if (!isHere) await endSessions(deps, memberId);
    return isHere;
  }

  return {
    /** @param knownAt when their session began, for which WeCom was asked */
    find(memberId: string, knownAt: Date): Promise<boolean> {
      if (deps.realNow().getTime() - knownAt.getTime() < askedAgainMs) return Promise.resolve(true);
      return inTime(
        cache.get(memberId, () => ask(memberId)),
        true,
      );
    },
  };
});

/**
 * Whether somebody who logs in may be the member. Where WeCom takes too long they come in meanwhile, and its answer ends what they
 * have begun when it comes.
 */
export async function presenceAtLogin(
  deps: Pick<Deps, "wecom" | "logger" | "fieldKeys">,
  memberId: string,
): Promise<Presence> {
  const asked = presenceOf(deps, memberId);
  const presence = await inTime<Presence>(asked, "unknown");
  if (presence !== "unknown") return presence;
  asked
    .then((late) => (isAway(late) ? endSessions(deps, memberId) : undefined))
    .catch((error: unknown) =>
      deps.logger.error({ error, memberId }, "whether a member is still here could not be told"),
    );
  return presence;
}

const isAway = (presence: Presence): boolean => presence === "gone" || presence === "unsure";

/** Not one session alone, and every process knows it within the seconds for which it believes a session. */
async function endSessions({ logger }: Pick<Deps, "logger">, memberId: string): Promise<void> {
  const sessions = await SessionModel.find({ memberId }, { _id: 1 }).lean<Pick<SessionRecord, "_id">[]>();
  for (const { _id } of sessions) await SessionModel.deleteOne({ _id });
  const count = sessions.length;
  logger.info({ memberId, sessions: count }, "a member has left in WeCom, or may have: their sessions have ended");
}

export type Presence = "here" | "gone" | "unsure" | "outOfScope" | "unknown";

/**
 * What WeCom says of a member by name: that there is somebody with the userid is not yet that it is them. `unsure` where it may be
 * somebody else, which the operator is told; `unknown` where WeCom gives no answer about them.
 */
async function presenceOf(deps: Pick<Deps, "wecom" | "logger" | "fieldKeys">, memberId: string): Promise<Presence> {
  try {
    const user = await deps.wecom.findUser(userIdOf(memberId));
    if (!user?.active) return "gone";
    const verdict = await verdictNow(deps, memberId, user);
    return verdict === "same" ? "here" : verdict === "other" ? "gone" : "unsure";
  } catch (error) {
    if (!(error instanceof WecomError)) throw error;
    return error.errcode === outOfScope ? "outOfScope" : "unknown";
  }
}

const outOfScope = 60011;

/** An answer, or what is believed meanwhile where it takes too long. */
async function inTime<T>(asked: Promise<T>, meanwhile: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => (timer = setTimeout(() => resolve(meanwhile), waitMaxMs)));
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
