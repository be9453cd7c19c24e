import type { AnswerOf, BodyOf } from "@shared/contracts";
import { businessDayOf } from "@shared/domain/time";
import { leftAtOf } from "@shared/domain/visit";
import { AppError } from "@shared/errors";
import { command, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { CheckInModel } from "./checkInModel";
import { findOwnCheckIn } from "./checkIns";

/**
 * Keeps when a member left the place of a check-in: once, on its day. Nothing about the visit depends on it. May be repeated.
 * @throws AppError "checkIn.unknown"; "checkIn.alreadyLeft"; "checkIn.leftTooLate" for a time that is not on its day
 */
export function leave(
  deps: Pick<Deps, "clock">,
  { actor, checkInId, body }: { actor: MemberActor; checkInId: string; body: BodyOf<"checkIns.leave"> },
): Promise<AnswerOf<"checkIns.leave">> {
  const { commandId, leftAt: saidAt, timeKind } = body;
  return command({ actor, commandId, kind: "checkIns.leave", body: { ...body, checkInId } }, async () => {
    const now = deps.clock.now();
    const { _id: id, checkedInAt, leftAt: before, revision } = await findOwnCheckIn(actor.id, checkInId);
    if (before) throw new AppError("checkIn.alreadyLeft", `${id} was left`, { leftAt: before.toISOString() });
    const leftAt = leftAtOf(checkedInAt, { at: new Date(saidAt), kind: timeKind }, now);
    if (!leftAt) throw new AppError("checkIn.leftTooLate", `${id} was on ${businessDayOf(checkedInAt)}`);
    return {
      answer: { checkInId: id, leftAt: leftAt.toISOString() },
      audit: { action: "checkIn.leave", subject: id, at: now },
      write: (session) => updateAtRevision(CheckInModel, { id, revision, set: { leftAt } }, session),
    };
  });
}
