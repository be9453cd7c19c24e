import { praiseAnswerMs } from "@shared/domain/praise";
import { type Notice, NoticeModel } from "./noticeModel";

export type PraiseWay = "group" | "private" | "ask";

/** Said once for each sale and way, whoever says it. */
export const praiseNoticeId = (saleId: string, way: PraiseWay): string => `${saleId}:praise:${way}`;

/** What the question and its reminders are about. */
export const aboutQuestion = (saleId: string): string => `praise_ask:${saleId}`;

export type PraiseNotice = Extract<Notice, { kind: "praise_group" | "praise_private" | "praise_ask" }>;

export const isPraise = (notice: Notice | null): notice is PraiseNotice =>
  notice?.kind === "praise_group" || notice?.kind === "praise_private" || notice?.kind === "praise_ask";

/** A leader's question to a rep, who has not answered. */
export interface PraiseQuestion {
  byId: string;
  byName: string;
  customerName: string;
  /** The command that asked. */
  cause: string;
  /** Business instants: when it was asked, and from when on nobody waits for the answer. */
  at: Date;
  until: Date;
}

/** Who has asked about a sale, while neither the group nor the rep has heard the praise; also where the time to answer is over. */
export async function unansweredQuestion(saleId: string): Promise<PraiseQuestion | null> {
  const ways = ["ask", "group", "private"] as const;
  const notices = await NoticeModel.find({ _id: { $in: ways.map((way) => praiseNoticeId(saleId, way)) } }).lean<
    Notice[]
  >();
  const isSaid = (way: "group" | "private") =>
    notices.some(({ _id, state }) => _id === praiseNoticeId(saleId, way) && state !== "dropped" && state !== "failed");
  const asked = notices.find(({ _id }) => _id === praiseNoticeId(saleId, "ask")) ?? null;
  if (!isPraise(asked) || isSaid("group") || isSaid("private")) return null;
  const { byId, byName, customerName } = asked.params;
  const { at, cause } = asked;
  return { byId, byName, customerName, cause, at, until: new Date(at.getTime() + praiseAnswerMs) };
}

/** As `unansweredQuestion`, while the answer is waited for. */
export async function openQuestion(saleId: string, now: Date): Promise<PraiseQuestion | null> {
  const question = await unansweredQuestion(saleId);
  return question && now < question.until ? question : null;
}
