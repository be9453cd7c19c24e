import { composeDigest, isDigest, isDigestItem } from "./composeDigest";
import { composeLag, composePraise, composeWin } from "./composeGroup";
import { composeMember, type MemberNotice } from "./composeMember";
import type { NoticeDeps } from "./deliver";
import { type AppBody, cardOf, type Gone, isGone, type RobotBody, inboxViewOf } from "./message";
import { type Notice, NoticeModel } from "./noticeModel";
import type { NoticeReads } from "./reads";
import type { InboxView } from "./inboxView";
import type { ComposeContext } from "./teamLines";

/** What is handed to WeCom, and how the member's list shows it. */
export interface RenderedNotice {
  body: string;
  /** Null for groups, which have no list, and for what only tells of the list. */
  shown: InboxView | null;
}

export const composeContextOf = (reads: NoticeReads, { settings, clock }: NoticeDeps): ComposeContext => ({
  reads,
  settings,
  now: clock.now(),
});

/** A group's message in the form that its robot takes. */
export function robotBody(content: string): string {
  const body: RobotBody = { markdown: { content } };
  return JSON.stringify(body);
}

/**
 * What a notice says as things stand now; or that its fact no longer holds.
 * @param naming whether a win may call its rep in the group
 */
export async function renderNotice(
  notice: Notice,
  context: ComposeContext,
  naming: "called" | "named",
): Promise<RenderedNotice | Gone> {
  if (notice.channel === "member") return memberWords(notice, context);
  const content = await groupText(notice, context, naming);
  return typeof content === "string" ? { body: robotBody(content), shown: null } : content;
}

async function memberWords(notice: Notice, context: ComposeContext): Promise<RenderedNotice | Gone> {
  const receiver = await context.reads.person(notice.receiverId);
  if (!receiver) return { gone: "the member is no longer here" };
  // The channel says so: only these kinds are made for members.
  const message = await composeMember(notice as MemberNotice, receiver, context);
  if (isGone(message)) return message;
  const body: AppBody = {
    memberId: notice.receiverId,
    message: { template_card: cardOf(message, context.settings) },
  };
  return { body: JSON.stringify(body), shown: notice.kind === "held_digest" ? null : inboxViewOf(message) };
}

async function groupText(notice: Notice, context: ComposeContext, naming: "called" | "named"): Promise<string | Gone> {
  if (isDigest(notice.kind)) return digestText(notice, context);
  switch (notice.kind) {
    case "sale_win_group":
      return composeWin(notice, context, naming);
    case "praise_group":
      return composePraise(notice, context);
    case "lag_alert":
      return composeLag(notice, context);
    default:
      throw new Error(`${notice.kind} is not a message to a group`);
  }
}

async function digestText(digest: Notice, context: ComposeContext): Promise<string | Gone> {
  const itemIds = digest.itemIds ?? [];
  const found = await NoticeModel.find({ _id: { $in: itemIds } }).lean<Notice[]>();
  // What has been given anew since is no longer part of it.
  const own = found.filter(isDigestItem).filter(({ digestId }) => digestId === digest.digestId);
  if (own.length === 0) return { gone: "all that was in it has been said otherwise" };
  const items = own.sort((a, b) => itemIds.indexOf(a._id) - itemIds.indexOf(b._id));
  return (await composeDigest(digest._id, items, context, { again: true })).content;
}
