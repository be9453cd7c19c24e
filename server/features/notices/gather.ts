import type { Outcome } from "../../outbox";
import type { NoticeDeps } from "./deliver";
import { noticeDigest } from "./events";
import { manners, type NoticeKind } from "./kinds";
import type { Notice } from "./noticeModel";
import { takeStep } from "./notices";
import type { SendCounts } from "./sendCounts";

/** From the third of a kind within this time on, they are gathered. */
const gatherMs = 10 * 60_000;
const aloneMax = 2;

/** A digest in the making. It closes when the first of the messages that set it off is ten minutes old. */
export interface Bucket {
  bucketId: string;
  closesAt: Date;
}

/** Where a notice to a group is gathered; null when it goes out by itself. */
export function bucketOf(notice: Notice, counts: SendCounts, now: Date): Bucket | null {
  if (manners[notice.kind].digest === undefined) return null;
  const recent = recentOf(counts, notice.kind, now);
  const [first] = recent;
  if (first === undefined || recent.length < aloneMax) return null;
  const closesAt = new Date(first + gatherMs);
  return { bucketId: `${notice.receiverId}:${notice.kind}:${closesAt.getTime()}`, closesAt };
}

/** The notice waits in its digest, whose own event sends it. */
export function gathering(notice: Notice, bucket: Bucket, deps: NoticeDeps): Outcome {
  const { bucketId, closesAt } = bucket;
  const at = deps.realNow();
  return {
    events: [
      noticeDigest.of({
        payload: { digestId: bucketId, unitId: notice.receiverId },
        partition: `robot:${notice.receiverId}`,
        cause: bucketId,
        notBefore: closesAt,
      }),
    ],
    write: (session) =>
      takeStep(notice, { state: "pending", note: "gathered for a digest", at, set: { digestId: bucketId } }, session),
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
