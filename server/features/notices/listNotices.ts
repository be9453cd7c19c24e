import type { BodyOf, NoticeView, QueryOf } from "@shared/contracts";
import { AppError } from "@shared/errors";
import { command, update } from "../../db";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { type Notice, NoticeModel } from "./noticeModel";
import { presentNotice } from "./presentNotice";

const pageSize = 50;

/** Everything that was ever said to a member, newest first. @param now business time */
export async function listNotices(
  actor: Pick<MemberActor, "id">,
  query: QueryOf<"notices.list">,
  now: Date,
): Promise<{ items: NoticeView[]; nextCursor: string | null; unreadCount: number }> {
  const inboxOf = actor.id;
  const [found, unreadCount] = await Promise.all([
    NoticeModel.find(query.cursor === undefined ? { inboxOf } : { inboxOf, sortKey: { $lt: query.cursor } })
      .sort({ sortKey: -1 })
      .limit(pageSize + 1)
      .lean<Notice[]>(),
    NoticeModel.countDocuments({ inboxOf, unread: true }),
  ]);
  const page = found.slice(0, pageSize);
  const last = page[page.length - 1];
  const nextCursor = found.length > pageSize ? (last?.sortKey ?? null) : null;
  return { items: page.map((notice) => presentNotice(notice, now)), nextCursor, unreadCount };
}

/** So many are marked at once. */
const markedMax = 1_000;

/** Marks one's own messages as read, up to the newest that was seen; repeating it changes nothing. */
export function markAllRead(request: {
  actor: MemberActor;
  body: BodyOf<"notices.markAllRead">;
}): Promise<{ readCount: number; isWhole: boolean }> {
  const { actor, body } = request;
  const inboxOf = actor.id;
  return command({ actor, commandId: body.commandId, kind: "notices.markAllRead", body }, async () => {
    const newest = await NoticeModel.findOne({ _id: body.newestId }).lean<Notice | null>();
    if (newest?.inboxOf !== inboxOf) throw new AppError("notice.unknown", `no notice ${body.newestId}`);
    // What has come since is not read by that.
    const unread = await NoticeModel.find(
      { inboxOf, unread: true, sortKey: { $lte: newest.sortKey ?? "" } },
      { _id: 1 },
    )
      .sort({ sortKey: -1 })
      .limit(markedMax + 1)
      .lean<Pick<Notice, "_id">[]>();
    const seen = unread.slice(0, markedMax);
    return {
      answer: { readCount: seen.length, isWhole: unread.length <= markedMax },
      write: async (session) => {
        for (const { _id } of seen) await update(NoticeModel, { filter: { _id }, set: { unread: false } }, session);
      },
    };
  });
}

/** Marks a message of one's own as read; repeating it changes nothing. */
export function markRead(
  deps: Pick<Deps, "clock">,
  request: { actor: MemberActor; noticeId: string; body: BodyOf<"notices.markRead"> },
): Promise<{ noticeId: string; read: boolean }> {
  const { actor, noticeId, body } = request;
  const whole = { ...body, noticeId };
  return command({ actor, commandId: body.commandId, kind: "notices.markRead", body: whole }, async () => {
    const notice = await NoticeModel.findOne({ _id: noticeId }).lean<Notice | null>();
    // A group's message stands in nobody's list; opening it leaves nothing to mark.
    if (notice?.channel === "robot") return { answer: { noticeId, read: true }, write: async () => undefined };
    // Somebody else's message is as unknown as none.
    if (notice?.inboxOf !== actor.id) throw new AppError("notice.unknown", `no notice ${noticeId}`);
    return {
      answer: { noticeId, read: true },
      write: async (session) => {
        await update(NoticeModel, { filter: { _id: noticeId }, set: { unread: false } }, session);
      },
    };
  });
}
