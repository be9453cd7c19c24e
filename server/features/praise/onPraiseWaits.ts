import { remindAfterMs } from "@shared/domain/approval";
import { praiseAnswerMs } from "@shared/domain/praise";
import type { Deps } from "../../deps";
import type { EventHandler, NewEvent } from "../../outbox";
import { aboutQuestion, type NewNotice, praiseNoticeId, told, unansweredQuestion } from "../notices";
import { findSale } from "../sales";
import { praiseWaits, type PraiseWaits } from "./events";

/** What follows by the clock from asking a rep: a reminder after a day and one after three, and after a week the end of it. */
export const waitsFrom = (
  { saleId, repId, askedBy }: Omit<PraiseWaits, "step">,
  askedAt: Date,
  /** What is unique in the product, of which the events' ids are made. */
  cause: string,
): NewEvent[] =>
  ([[1, remindAfterMs[0]] as const, [2, remindAfterMs[1]] as const, ["end", praiseAnswerMs] as const] as const).map(
    ([step, afterMs]) =>
      praiseWaits.of({
        payload: { saleId, repId, askedBy, step },
        partition: `praise:${saleId}`,
        cause,
        part: String(step),
        notBefore: new Date(askedAt.getTime() + afterMs),
      }),
  );

/**
 * Reminds the rep of a leader's question; at the end tells the leader that there was no answer, so that the group has not heard it. Silence is
 * no consent.
 */
export const praiseReminder: EventHandler<PraiseWaits, Pick<Deps, "clock" | "realNow">> = async (
  { saleId, repId, askedBy, step },
  delivery,
  deps,
) => {
  const question = await unansweredQuestion(saleId);
  if (question?.cause !== askedBy) return {};
  const { _id, teamId, customerName, amountFen, repName } = await findSale(saleId);
  const { byId, byName, at: askedAt } = question;
  const praise = { saleId: _id, repId, teamId, customerName, amountFen, byId, byName };
  const common = { channel: "member", cause: delivery.eventId, answersAct: false, at: deps.clock.now() } as const;
  const notice: NewNotice =
    step === "end"
      ? {
          ...common,
          noticeId: `${saleId}:praise:unanswered:${askedAt.getTime()}`,
          kind: "praise_unanswered",
          params: { ...praise, repName },
          receiverId: byId,
        }
      : {
          ...common,
          noticeId: `${praiseNoticeId(saleId, "ask")}:${step}:${askedAt.getTime()}`,
          kind: "praise_ask",
          params: { ...praise, step },
          about: aboutQuestion(saleId),
          receiverId: repId,
        };
  return told([notice], deps);
};
