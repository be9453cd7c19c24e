import { gatherLate, isLate, recentWithLate } from "./gatherLate";
import { sendableFrom } from "@shared/domain/quietHours";
import { businessDayOf } from "@shared/domain/time";
import { isWorkday } from "../../lib/workCalendar";
import { type Delivery, type EventHandler, type Outcome, Postpone } from "../../outbox";
import { callsSomebody } from "./composeGroup";
import { deliver, ending, lost, mayRepeatUnseen, type NoticeDeps } from "./deliver";
import type { NoticeSend } from "./events";
import { digestWindowOf, waitForDigest, recentWith } from "./digestWindow";
import { deliveryPolicy } from "./kinds";
import { countCall, countUnasked, mayMention } from "./sendLimits";
import { isGone } from "./message";
import type { Notice } from "./noticeModel";
import { findNotice, transition } from "./notices";
import type { NoticeReads } from "./reads";
import { readSendCounts } from "./sendCounts";
import { inboxEntryOf, placeFor, reserveAndPersist } from "./reserveAndPersist";
import { composeContextOf, renderNotice } from "./renderNotice";

/** Sends a stored notice, or finds out that it need not or may not be sent. Running it again sends nothing twice. */
export const noticeSender =
  (reads: NoticeReads): EventHandler<NoticeSend, NoticeDeps> =>
  async ({ noticeId }, delivery, deps) =>
    sendNotice(await findNotice(noticeId), delivery, reads, deps);

export async function sendNotice(
  notice: Notice,
  delivery: Delivery,
  reads: NoticeReads,
  deps: NoticeDeps,
): Promise<Outcome> {
  switch (notice.state) {
    case "sent":
    case "dropped":
    case "unknown":
      return {};
    case "sending":
      return resume(notice, delivery, deps);
    case "pending":
    case "failed":
      if (notice.body != null) return retry(notice, notice.body, delivery, reads, deps);
      return notice.digestId == null ? firstTry(notice, delivery, reads, deps) : {};
  }
}

/**
 * WeCom has refused it so far, so nobody has read it: what it says is made anew. Only where an earlier try may have arrived
 * do the same bytes follow, which WeCom shows once.
 */
async function retry(
  notice: Notice,
  body: string,
  delivery: Delivery,
  reads: NoticeReads,
  deps: NoticeDeps,
): Promise<Outcome> {
  waitForOpenHours(notice, deps);
  const words = await renderNotice(notice, composeContextOf(reads, deps), callsSomebody(body) ? "called" : "named");
  if (notice.answerLost) {
    if (isGone(words)) return ending(notice, "unknown", `an earlier try may have arrived; now ${words.gone}`, deps);
    if (!mayRepeatUnseen(notice, deps.realNow())) {
      return lost(notice, "an earlier try may have arrived, too long ago to be repeated unseen", deps);
    }
    const counts = await readSendCounts(delivery);
    return deliver(await reserveAndPersist(notice, { body, note: "sent again", counts }, delivery, deps), body, deps);
  }
  // Where the first try may have arrived it must not count as unsaid.
  if (isGone(words)) return ending(notice, notice.repeated ? "unknown" : "dropped", words.gone, deps);
  const counts = await readSendCounts(delivery);
  const send = { body: words.body, note: "sent again", counts, ...(words.shown && { shown: words.shown }) };
  return deliver(await reserveAndPersist(notice, send, delivery, deps), words.body, deps);
}

/** A try began and nobody wrote how it ended: its answer was lost, or its worker died. */
async function resume(notice: Notice, delivery: Delivery, deps: NoticeDeps): Promise<Outcome> {
  if (notice.body != null && mayRepeatUnseen(notice, deps.realNow())) {
    const counts = await readSendCounts(delivery);
    const send = {
      body: notice.body,
      note: "sent again; WeCom drops it if it had arrived",
      answerLost: true,
      counts,
    } as const;
    return deliver(await reserveAndPersist(notice, send, delivery, deps), notice.body, deps);
  }
  return lost(notice, "its worker died while sending it", deps);
}

async function firstTry(notice: Notice, delivery: Delivery, reads: NoticeReads, deps: NoticeDeps): Promise<Outcome> {
  waitForOpenHours(notice, deps);
  return notice.channel === "robot"
    ? firstToGroup(notice, delivery, reads, deps)
    : firstToMember(notice, delivery, reads, deps);
}

/** @throws Postpone until quiet hours, a day off or a crowded minute are over */
export function waitForOpenHours(notice: Pick<Notice, "answersAct" | "kind">, deps: NoticeDeps): void {
  const now = deps.clock.now();
  const quiet = !notice.answersAct;
  const openAt = sendableFrom(now, { quiet, byClock: deliveryPolicy[notice.kind].byClock ?? false, isWorkday });
  if (openAt > now) throw new Postpone("not at this hour", { notBefore: openAt });
}

async function firstToMember(
  notice: Notice,
  delivery: Delivery,
  reads: NoticeReads,
  deps: NoticeDeps,
): Promise<Outcome> {
  const counts = await readSendCounts(delivery);
  placeFor(notice, counts, deps.realNow());
  const words = await renderNotice(notice, composeContextOf(reads, deps), "named");
  if (isGone(words)) return ending(notice, "dropped", words.gone, deps);
  const { body } = words;
  const shown = words.shown ?? undefined;

  const gathered = gatherLate(notice, shown, counts, deps);
  if (gathered) return gathered;
  const unasked = countUnasked(counts.unasked, businessDayOf(deps.clock.now()));
  if (!notice.answersAct && !unasked) {
    const step = {
      state: "dropped",
      note: "enough unasked messages today: in the list only",
      at: deps.realNow(),
    } as const;
    return {
      write: (session) => transition(notice, { ...step, ...(shown && { set: inboxEntryOf(notice, shown) }) }, session),
    };
  }
  const counted = {
    ...counts,
    ...(!notice.answersAct && unasked && { unasked }),
    ...(isLate(notice, deps.clock.now()) && { recentMs: recentWithLate(counts, deps.clock.now()) }),
  };
  const send = { body, note: "handed to WeCom", counts: counted, ...(shown && { shown }) };
  return deliver(await reserveAndPersist(notice, send, delivery, deps), body, deps);
}

async function firstToGroup(
  notice: Notice,
  delivery: Delivery,
  reads: NoticeReads,
  deps: NoticeDeps,
): Promise<Outcome> {
  const now = deps.clock.now();
  const counts = await readSendCounts(delivery);
  const digestWindow = digestWindowOf(notice, counts, now);
  if (digestWindow) return waitForDigest(notice, digestWindow, deps);
  placeFor(notice, counts, deps.realNow());

  const today = businessDayOf(now);
  const naming = mayMention(counts.calls, today) ? "called" : "named";
  const words = await renderNotice(notice, composeContextOf(reads, deps), naming);
  if (isGone(words)) return ending(notice, "dropped", words.gone, deps);
  const { body } = words;
  const counted = {
    ...counts,
    recentMs: recentWith(counts, notice.kind, now),
    ...(callsSomebody(body) && { calls: countCall(counts.calls, today) }),
  };
  const send = { body, note: "handed to the robot", counts: counted };
  return deliver(await reserveAndPersist(notice, send, delivery, deps), body, deps);
}
