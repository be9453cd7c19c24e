import type { ClientSession } from "mongoose";
import { AppError } from "@shared/errors";
import { update } from "../../db";
import type { NewEvent } from "../../outbox";
import { noticeSend } from "./events";
import type { NoticeKind, NoticeParams } from "./kinds";
import { type Notice, NoticeModel, type NoticeState } from "./noticeModel";

/** A wish to tell somebody something. */
export type NewNotice = {
  [K in NoticeKind]: {
    noticeId: string;
    kind: K;
    params: NoticeParams[K];
    channel: "member" | "robot";
    receiverId: string;
    cause: string;
    /** What it asks for something about: `settleNotices` ends all of these. */
    about?: string;
    answersAct: boolean;
    /** Business time. */
    at: Date;
  };
}[NoticeKind];

interface Adding {
  digestId?: string | null;
  /** Whether it may be said again, too, where WeCom refused it for good. */
  afterFailure?: boolean;
}

/** As `addNotices`, for one. @returns whether it now waits to be sent */
export async function addNotice(
  notice: NewNotice,
  realNow: Date,
  session: ClientSession,
  options: Adding = {},
): Promise<boolean> {
  return (await addNotices([notice], realNow, session, options)).length > 0;
}

/**
 * Stores notices unless they are there already: what follows from the same cause is said once. One that was dropped unsaid,
 * because its fact had gone, may be said when the fact holds again.
 * @returns those that now wait to be sent
 */
export async function addNotices(
  notices: readonly NewNotice[],
  realNow: Date,
  session: ClientSession,
  { digestId = null, afterFailure = false }: Adding = {},
): Promise<NewNotice[]> {
  if (notices.length === 0) return [];
  const history = [{ at: realNow, state: "pending", note: "asked for" }];
  const { upsertedIds } = await NoticeModel.bulkWrite(
    notices.map(({ noticeId: _id, ...fields }) => ({
      updateOne: {
        filter: { _id },
        update: { $setOnInsert: { ...fields, schemaVersion: 1, state: "pending", history, digestId } },
        upsert: true,
        setDefaultsOnInsert: true,
      },
    })),
    { session },
  );
  const waiting: NewNotice[] = [];
  for (const [n, notice] of notices.entries()) {
    if (n in upsertedIds || (await sayAgain(notice, realNow, session, { digestId, afterFailure })))
      waiting.push(notice);
  }
  return waiting;
}

async function sayAgain(
  { noticeId, params, cause, at }: NewNotice,
  realNow: Date,
  session: ClientSession,
  { digestId, afterFailure }: Required<Adding>,
): Promise<boolean> {
  const known = await NoticeModel.findOne({ _id: noticeId }, null, { session }).lean<Notice | null>();
  const unsaid = known?.state === "dropped" && (known.inboxOf ?? null) === null;
  const refused = afterFailure && known?.state === "failed" && !known.answerLost;
  if (!known || !(unsaid || refused)) return false;
  // What it said then is not what there is to say now.
  const anew = {
    params,
    cause,
    at,
    body: null,
    sendingSince: null,
    answerLost: false,
    digestId,
    handledAt: null,
  };
  await transition(known, { state: "pending", note: "its fact holds again", at: realNow, set: anew }, session);
  return true;
}

/** The event that sends it. */
export function sendEvent(notice: Pick<NewNotice, "noticeId" | "channel" | "receiverId">): NewEvent {
  return noticeSend.of({
    payload: { noticeId: notice.noticeId },
    partition: notice.channel === "robot" ? `robot:${notice.receiverId}` : `notices:${notice.receiverId}`,
    cause: notice.noticeId,
  });
}

/** Those of these that there are. */
export const findNotices = (noticeIds: readonly string[]): Promise<Notice[]> =>
  NoticeModel.find({ _id: { $in: [...noticeIds] } }).lean<Notice[]>();

/** What was said of a kind since then, to whomever. @param since business time */
export const noticesSince = (kind: NoticeKind, since: Date): Promise<Notice[]> =>
  NoticeModel.find({ kind, at: { $gte: since } }).lean<Notice[]>();

export async function noticeIfAny(noticeId: string): Promise<Notice | null> {
  return NoticeModel.findOne({ _id: noticeId }).lean<Notice | null>();
}

/** @throws AppError "notice.unknown" */
export async function findNotice(noticeId: string): Promise<Notice> {
  const notice = await noticeIfAny(noticeId);
  if (!notice) throw new AppError("notice.unknown", `no notice ${noticeId}`);
  return notice;
}

/** Whether there is still something to do about it. */
export const isOpen = (state: NoticeState): boolean => state === "pending" || state === "sending" || state === "failed";

interface Step {
  state: NoticeState;
  /** What happened, for the notice's own history. */
  note: string;
  at: Date;
  set?: Partial<
    Pick<Notice, "body" | "sendingSince" | "quotaOn" | "answerLost" | "repeated" | "messageId" | "digestId" | "itemIds">
  > &
    Partial<Pick<Notice, "inboxOf" | "sortKey" | "unread" | "shown" | "params" | "cause" | "at" | "handledAt">>;
}

/** Takes a notice to its next state, and with a digest all that it holds. Only the holder of its partition's lease does so. */
export async function transition(
  notice: Pick<Notice, "_id" | "itemIds" | "digestId">,
  { state, note, at, set }: Step,
  session: ClientSession,
): Promise<void> {
  const history = { at, state, note };
  await update(NoticeModel, { filter: { _id: notice._id }, set: { ...set, state }, push: { history } }, session);
  const inDigest = { at, state, note: `in ${notice._id}: ${note}` };
  for (const _id of set?.itemIds ?? notice.itemIds ?? []) {
    // What has been given anew since is no longer part of it.
    const filter = { _id, digestId: notice.digestId ?? null };
    await update(NoticeModel, { filter, set: { state }, push: { history: inDigest } }, session);
  }
}
