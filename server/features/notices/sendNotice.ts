import { businessDayOf, type BusinessDay } from "@shared/domain/time";
import { workdayTest } from "@shared/domain/workingDays";
import { workCalendarOf } from "../../lib/workCalendar";
import { type EventHandler, type EventUnderWork, type Outcome, Postpone } from "../../outbox";
import { callsSomebody, composeLag, composePraise, composeWin } from "./composeGroup";
import { composeMember, type MemberNotice } from "./composeMember";
import { deliver, ending, lost, mayRepeatUnseen, type NoticeDeps } from "./deliver";
import { bucketOf, gathering, recentWith } from "./gather";
import { manners } from "./kinds";
import { countCall, countUnasked, mayCall } from "./limits";
import { type AppBody, cardOf, type Gone, isGone, type MemberMessage, type RobotBody, shownOf } from "./message";
import type { Notice } from "./noticeModel";
import { findNotice, takeStep } from "./notices";
import type { NoticeReads } from "./reads";
import { readMemory } from "./sendMemory";
import { listed, store } from "./store";
import { sendableFrom } from "./timing";

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

/** WeCom has not accepted it so far: the same bytes, if what they say is still so. */
async function retry(
  notice: Notice,
  body: string,
  event: EventUnderWork,
  reads: NoticeReads,
  deps: NoticeDeps,
): Promise<Outcome> {
  waitForOpenHours(notice, deps);
  const gone = await whatIsGone(notice, reads, deps);
  return gone === null ? again(notice, body, "sent again", event, deps) : ending(notice, "dropped", gone, deps);
}

async function whatIsGone(notice: Notice, reads: NoticeReads, deps: NoticeDeps): Promise<string | null> {
  const now = deps.clock.now();
  if (notice.kind === "sale_win_digest") return null;
  if (notice.channel === "robot") {
    const content = await composeGroup(notice, reads, deps, now);
    return typeof content === "string" ? null : content.gone;
  }
  const message = await composeToMember(notice, reads, now);
  return isGone(message) ? message.gone : null;
}

/** A try began and nobody wrote how it ended: its answer was lost, or its worker died. */
async function resume(notice: Notice, event: EventUnderWork, deps: NoticeDeps): Promise<Outcome> {
  if (notice.body != null && mayRepeatUnseen(notice, deps.realNow())) {
    return again(notice, notice.body, "sent again; WeCom drops it if it had arrived", event, deps);
  }
  return lost(notice, "its worker died while sending it", deps);
}

async function again(notice: Notice, body: string, note: string, event: EventUnderWork, deps: NoticeDeps) {
  return deliver(await store(notice, { body, note }, event, deps), body, deps);
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
  const now = deps.clock.now();
  const message = await composeToMember(notice, reads, now);
  if (isGone(message)) return ending(notice, "dropped", message.gone, deps);
  const shown = shownOf(message);

  const unasked = countUnasked(readMemory(event.lease).unasked, businessDayOf(now));
  if (!notice.answersAct && !unasked) {
    const step = {
      state: "dropped",
      note: "enough unasked messages today: in the list only",
      at: deps.realNow(),
    } as const;
    return { write: (session) => takeStep(notice, { ...step, set: listed(notice, shown) }, session) };
  }
  const appBody: AppBody = {
    memberId: notice.receiverId,
    message: { template_card: cardOf(message, deps.settings) },
  };
  const body = JSON.stringify(appBody);
  const memory = !notice.answersAct && unasked ? { unasked } : {};
  return deliver(await store(notice, { body, note: "handed to WeCom", shown, memory }, event, deps), body, deps);
}

async function composeToMember(notice: Notice, reads: NoticeReads, now: Date): Promise<MemberMessage | Gone> {
  const receiver = await reads.person(notice.receiverId);
  if (!receiver) return { gone: "the member is no longer here" };
  // The channel says so: `onSaleConfirmed` and the sweeps make only these kinds for members.
  return composeMember(notice as MemberNotice, receiver, reads, now);
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
  const content = await composeGroup(notice, reads, deps, now, mayCall(memory.calls, today) ? "called" : "named");
  if (typeof content !== "string") return ending(notice, "dropped", content.gone, deps);
  const robotBody: RobotBody = { markdown: { content } };
  const body = JSON.stringify(robotBody);
  const counted = {
    recentMs: recentWith(memory, notice.kind, now),
    ...(callsSomebody(content) && { calls: countCall(memory.calls, today) }),
  };
  return deliver(await store(notice, { body, note: "handed to the robot", memory: counted }, event, deps), body, deps);
}

function composeGroup(
  notice: Notice,
  reads: NoticeReads,
  deps: NoticeDeps,
  now: Date,
  naming: "called" | "named" = "named",
) {
  switch (notice.kind) {
    case "sale_win_group":
      return composeWin(notice, reads, deps.settings, naming);
    case "praise_group":
      return composePraise(notice, reads, deps.settings);
    case "lag_alert":
      return composeLag(notice, reads, deps.settings, now);
    default:
      throw new Error(`${notice.kind} is not a message to a group by itself`);
  }
}

function isWorkday(day: BusinessDay): boolean {
  return workdayTest(workCalendarOf({ from: day, to: day }))(day);
}
