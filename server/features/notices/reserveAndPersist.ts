import { businessDayOf } from "@shared/domain/time";
import { inTransaction } from "../../db";
import { failpoint } from "../../lib/failpoint";
import { type Delivery, Postpone } from "../../outbox";
import type { NoticeDeps } from "./deliver";
import { takeFromQuota } from "./dayQuota";
import { memberLimits, robotLimits, takePlace } from "./sendLimits";
import type { Notice } from "./noticeModel";
import { transition } from "./notices";
import { type SendCounts, writeSendCounts } from "./sendCounts";
import type { InboxView } from "./inboxView";

interface ToSend {
  body: string;
  note: string;
  /** How the member's list shows it; only with the first try. */
  shown?: InboxView;
  itemIds?: string[];
  /** An earlier try may have arrived: from now on only these bytes may follow. */
  answerLost?: true;
  /** The receiver's counts, with what this message changes in them beside its place. */
  counts: SendCounts;
}

/**
 * Takes a place within the receiver's limits and stores what is about to be sent, under the lease: nothing goes out that
 * is not stored, and nobody whose lease is lost sends.
 * @returns the notice as it is being sent
 * @throws Postpone when the limit of the minute, the hour or the day is reached; LeaseLost
 */
export async function reserveAndPersist(
  notice: Notice,
  send: ToSend,
  delivery: Delivery,
  deps: NoticeDeps,
): Promise<Notice> {
  const { body, shown, itemIds, counts } = send;
  const at = deps.realNow();
  const sentAtMs = placeFor(notice, counts, at);
  const today = businessDayOf(at);
  // Groups have no quota, and what is tried again today has its place already.
  const needsPlace = notice.channel === "member" && notice.quotaOn !== today;
  const quota = needsPlace ? await takeFromQuota(counts.quota, today) : undefined;
  const set = {
    body,
    // WeCom knows these bytes from the first try that may have arrived; what it refused, it has forgotten.
    sendingSince: send.answerLost || notice.answerLost ? (notice.sendingSince ?? at) : at,
    ...(quota && { quotaOn: today }),
    ...(itemIds && { itemIds }),
    ...(send.answerLost && { answerLost: true }),
    ...(shown && inboxEntryOf(notice, shown)),
  };
  await inTransaction(async (session) => {
    await writeSendCounts(delivery, { ...counts, sentAtMs, ...(quota && { quota }) }, session);
    await transition(notice, { state: "sending", note: send.note, at, set }, session);
  });
  await failpoint("notices.afterStore");
  return { ...notice, ...set, state: "sending" };
}

/**
 * The receiver's sends with one more. Asked before a message is put into words, too: what has to wait need not be worded.
 * @throws Postpone when the limit of the minute or the hour is reached
 */
export function placeFor({ channel }: Pick<Notice, "channel">, counts: SendCounts, at: Date): number[] {
  const sentAtMs = takePlace(counts.sentAtMs, at.getTime(), channel === "robot" ? robotLimits : memberLimits);
  if (!("freeAtMs" in sentAtMs)) return sentAtMs;
  throw new Postpone("as many as allowed have been sent", { dueAt: new Date(sentAtMs.freeAtMs), sameType: true });
}

/** What puts a notice into its member's list; where it stands there, only the words change. */
export function inboxEntryOf(
  notice: Pick<Notice, "_id" | "channel" | "receiverId" | "at"> & Partial<Pick<Notice, "inboxOf" | "handledAt">>,
  shown: InboxView,
) {
  if (notice.channel === "robot") return {};
  if (notice.inboxOf != null) return { shown };
  return {
    inboxOf: notice.receiverId,
    sortKey: `${notice.at.toISOString()}:${notice._id}`,
    // Nothing is left to do about it: it was settled before it was sent.
    unread: (notice.handledAt ?? null) === null,
    shown,
  };
}
