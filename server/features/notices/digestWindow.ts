import type { Outcome } from "../../outbox";
import type { NoticeDeps } from "./deliver";
import { noticeDigest } from "./events";
import { deliveryPolicy, type NoticeKind } from "./kinds";
import type { Notice } from "./noticeModel";
import { transition } from "./notices";
import type { SendCounts } from "./sendCounts";

/** From the third of a kind within this time on, they are gathered. */
const gatherMs = 10 * 60_000;
const aloneMax = 2;

/** A digest in the making. It closes when the first of the messages that set it off is ten minutes old. */
export interface DigestWindow {
  digestId: string;
  closesAt: Date;
}

/** Where a notice to a group is gathered; null when it goes out by itself. */
export function digestWindowOf(notice: Notice, counts: SendCounts, now: Date): DigestWindow | null {
  if (deliveryPolicy[notice.kind].digest === undefined) return null;
  const recent = recentOf(counts, notice.kind, now);
  const [first] = recent;
  if (first === undefined || recent.length < aloneMax) return null;
  const closesAt = new Date(first + gatherMs);
  return { digestId: `${notice.receiverId}:${notice.kind}:${closesAt.getTime()}`, closesAt };
}

/** The notice waits in its digest, whose own event sends it. */
export function waitForDigest(notice: Notice, digestWindow: DigestWindow, deps: NoticeDeps): Outcome {
  const { digestId, closesAt } = digestWindow;
  const at = deps.realNow();
  return {
    events: [
      noticeDigest.of({
        payload: { digestId: digestId, unitId: notice.receiverId },
        partition: `robot:${notice.receiverId}`,
        cause: digestId,
        notBefore: closesAt,
      }),
    ],
    write: (session) =>
      transition(notice, { state: "pending", note: "gathered for a digest", at, set: { digestId: digestId } }, session),
  };
}

/** The counters after one more message of a kind to the group. */
export function recentWith(counts: SendCounts, kind: NoticeKind, now: Date): SendCounts["recentMs"] {
  return { ...counts.recentMs, [kind]: [...recentOf(counts, kind, now), now.getTime()] };
}

function recentOf(counts: SendCounts, kind: NoticeKind, now: Date): number[] {
  const nowMs = now.getTime();
  // Instants ahead of now are left from before the demo's clock was set back.
  return (counts.recentMs[kind] ?? []).filter((at) => at > nowMs - gatherMs && at <= nowMs);
}
