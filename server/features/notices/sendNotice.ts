import { businessDayOf, type BusinessDay } from "@shared/domain/time";
import { workdayTest } from "@shared/domain/workingDays";
import { workCalendarOf } from "../../lib/workCalendar";
import { type EventHandler, type EventUnderWork, type Outcome, Postpone } from "../../outbox";
import { callsSomebody } from "./composeGroup";
import { deliver, ending, lost, mayRepeatUnseen, type NoticeDeps } from "./deliver";
import { bucketOf, gathering, recentWith } from "./gather";
import { manners } from "./kinds";
import { countCall, countUnasked, mayCall } from "./limits";
import { isGone } from "./message";
import type { Notice } from "./noticeModel";
import { findNotice, takeStep } from "./notices";
import type { NoticeReads } from "./reads";
import { readMemory } from "./sendMemory";
import { listed, store } from "./store";
import { sendableFrom } from "./timing";
import { composingOf, wordsOf } from "./words";

/** Sends a stored notice, or finds out that it need not or may not be sent. Running it again sends nothing twice. */
export const noticeSender =
  (reads: NoticeReads): EventHandler<"notice.send", NoticeDeps> =>
  async ({ noticeId }, event, deps) =>
    sendNotice(await findNotice(noticeId), event, reads, deps);

export async function sendNotice(
  notice: Notice,
  event: EventUnderWork,
  reads: NoticeReads,
  deps: NoticeDeps,
): Promise<Outcome> {
  switch (notice.state) {
    case "sent":
    case "dropped":
    case "unknown":
      return {};
    case "sending":
      return resume(notice, event, deps);
    case "pending":
    case "failed":
      if (notice.body != null) return retry(notice, notice.body, event, reads, deps);
      return notice.digestId == null ? firstTry(notice, event, reads, deps) : {};
  }
}

/**
 * WeCom has refused it so far, so nobody has read it: what it says is made anew. Only where an earlier try may have arrived
 * do the same bytes follow, which WeCom shows once.
 */
async function retry(
  notice: Notice,
  body: string,
  event: EventUnderWork,
  reads: NoticeReads,
  deps: NoticeDeps,
): Promise<Outcome> {
  waitForOpenHours(notice, deps);
  const words = await wordsOf(notice, composingOf(reads, deps), callsSomebody(body) ? "called" : "named");
  if (notice.answerLost) {
    if (isGone(words)) return ending(notice, "unknown", `an earlier try may have arrived; now ${words.gone}`, deps);
    if (!mayRepeatUnseen(notice, deps.realNow())) {
      return lost(notice, "an earlier try may have arrived, too long ago to be repeated unseen", deps);
    }
    return deliver(await store(notice, { body, note: "sent again" }, event, deps), body, deps);
  }
  // Where the first try may have arrived it must not count as unsaid.
  if (isGone(words)) return ending(notice, notice.repeated ? "unknown" : "dropped", words.gone, deps);
  const send = { body: words.body, note: "sent again", ...(words.shown && { shown: words.shown }) };
  return deliver(await store(notice, send, event, deps), words.body, deps);
}

/** A try began and nobody wrote how it ended: its answer was lost, or its worker died. */
async function resume(notice: Notice, event: EventUnderWork, deps: NoticeDeps): Promise<Outcome> {
  if (notice.body != null && mayRepeatUnseen(notice, deps.realNow())) {
    const send = { body: notice.body, note: "sent again; WeCom drops it if it had arrived", answerLost: true } as const;
    return deliver(await store(notice, send, event, deps), notice.body, deps);
  }
  return lost(notice, "its worker died while sending it", deps);
}

async function firstTry(notice: Notice, event: EventUnderWork, reads: NoticeReads, deps: NoticeDeps): Promise<Outcome> {
  waitForOpenHours(notice, deps);
  return notice.channel === "robot"
    ? firstToGroup(notice, event, reads, deps)
    : firstToMember(notice, event, reads, deps);
}

/** @throws Postpone until quiet hours, a day off or a crowded minute are over */
export function waitForOpenHours(notice: Pick<Notice, "answersAct" | "kind">, deps: NoticeDeps): void {
  const now = deps.clock.now();
  const quiet = !notice.answersAct;
  const openAt = sendableFrom(now, { quiet, byClock: manners[notice.kind].byClock ?? false, isWorkday });
  if (openAt > now) throw new Postpone("not at this hour", { notBefore: openAt });
}

async function firstToMember(
  notice: Notice,
  event: EventUnderWork,
  reads: NoticeReads,
  deps: NoticeDeps,
): Promise<Outcome> {
  const words = await wordsOf(notice, composingOf(reads, deps), "named");
  if (isGone(words)) return ending(notice, "dropped", words.gone, deps);
  const { body } = words;
  const shown = words.shown ?? undefined;

  const unasked = countUnasked(readMemory(event.lease).unasked, businessDayOf(deps.clock.now()));
  if (!notice.answersAct && !unasked) {
    const step = {
      state: "dropped",
      note: "enough unasked messages today: in the list only",
      at: deps.realNow(),
    } as const;
    return { write: (session) => takeStep(notice, { ...step, ...(shown && { set: listed(notice, shown) }) }, session) };
  }
  const memory = !notice.answersAct && unasked ? { unasked } : {};
  const send = { body, note: "handed to WeCom", memory, ...(shown && { shown }) };
  return deliver(await store(notice, send, event, deps), body, deps);
}

async function firstToGroup(
  notice: Notice,
  event: EventUnderWork,
  reads: NoticeReads,
  deps: NoticeDeps,
): Promise<Outcome> {
  const now = deps.clock.now();
  const memory = readMemory(event.lease);
  const bucket = bucketOf(notice, memory, now);
  if (bucket) return gathering(notice, bucket, event, deps);

  const today = businessDayOf(now);
  const naming = mayCall(memory.calls, today) ? "called" : "named";
  const words = await wordsOf(notice, composingOf(reads, deps), naming);
  if (isGone(words)) return ending(notice, "dropped", words.gone, deps);
  const { body } = words;
  const counted = {
    recentMs: recentWith(memory, notice.kind, now),
    ...(callsSomebody(body) && { calls: countCall(memory.calls, today) }),
  };
  const send = { body, note: "handed to the robot", memory: counted };
  return deliver(await store(notice, send, event, deps), body, deps);
}

function isWorkday(day: BusinessDay): boolean {
  return workdayTest(workCalendarOf({ from: day, to: day }))(day);
}
