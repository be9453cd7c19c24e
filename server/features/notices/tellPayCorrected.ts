import type { ClientSession } from "mongoose";
import { emitOnce } from "../../outbox";
import type { PayCorrected } from "./kinds";
import { addNotice, type NewNotice, sendEvent } from "./notices";

/**
 * Tells a member, in one message, which months an upgrade computes differently; in the transaction that posts them. Telling
 * the same again for the same cause is once.
 */
export async function tellPayCorrected(
  told: PayCorrected,
  { cause, at, realNow }: { cause: string; at: Date; realNow: Date },
  session: ClientSession,
): Promise<void> {
  const { memberId } = told;
  const notice: NewNotice = {
    noticeId: `pay_corrected:${memberId}:${cause}`,
    kind: "pay_corrected",
    params: told,
    channel: "member",
    receiverId: memberId,
    cause,
    answersAct: false,
    at,
  };
  if (await addNotice(notice, realNow, session)) await emitOnce(sendEvent(notice), session, realNow);
}
