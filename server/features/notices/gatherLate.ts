import type { Outcome } from "../../outbox";
import type { NoticeDeps } from "./deliver";
import type { InboxView } from "./inboxView";
import type { Notice } from "./noticeModel";
import { addNotices, type NewNotice, sendEvent, transition } from "./notices";
import { inboxEntryOf } from "./reserveAndPersist";
import type { SendCounts } from "./sendCounts";

/** What comes so long after its cause was held: over night, over days off, or while nothing ran. */
const lateMs = 3_600_000;
const gatherMs = 10 * 60_000;
const aloneMax = 2;

type Late = Pick<Notice, "answersAct" | "kind" | "at">;

/** Whether somebody hears of it as of one of several that were held, and not at the time. */
export const isLate = ({ answersAct, kind, at }: Late, now: Date): boolean =>
  !answersAct && kind !== "held_digest" && now.getTime() - at.getTime() >= lateMs;

/** The late ones that went out by themselves just now. */
const recentOf = ({ recentMs }: SendCounts, now: Date): number[] =>
  (recentMs.held_digest ?? []).filter((at) => at > now.getTime() - gatherMs && at <= now.getTime());

/** The counters after one more of them. */
export const recentWithLate = (counts: SendCounts, now: Date): SendCounts["recentMs"] => ({
  ...counts.recentMs,
  held_digest: [...recentOf(counts, now), now.getTime()],
});

/**
 * Of several that were held two go out by themselves; the others stand in the list of messages, and one message says so.
 * @returns null where it goes out by itself
 */
export function gatherLate(
  notice: Notice,
  shown: InboxView | undefined,
  counts: SendCounts,
  deps: NoticeDeps,
): Outcome | null {
  const now = deps.clock.now();
  if (!isLate(notice, now) || !shown) return null;
  const recent = recentOf(counts, now);
  const [first] = recent;
  if (first === undefined || recent.length < aloneMax) return null;
  const digestId = `held_digest:${notice.receiverId}:${first}`;
  const digest: NewNotice = {
    noticeId: digestId,
    kind: "held_digest",
    params: {},
    channel: "member",
    receiverId: notice.receiverId,
    cause: digestId,
    answersAct: false,
    at: now,
  };
  const step = { state: "dropped", note: `gathered: ${digestId} tells of it`, at: deps.realNow() } as const;
  return {
    // After all the others that were held with it, which are due by now.
    events: [{ ...sendEvent(digest), notBefore: new Date(first + gatherMs) }],
    write: async (session) => {
      await addNotices([digest], deps.realNow(), session);
      await transition(notice, { ...step, set: { ...inboxEntryOf(notice, shown), digestId } }, session);
    },
  };
}
