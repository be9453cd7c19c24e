import type { AnswerOf, BodyOf } from "@shared/contracts";
import { daysAround } from "@shared/domain/checkIn";
import type { FollowUpFact } from "@shared/domain/pay";
import { businessDayOf, monthOf } from "@shared/domain/time";
import { recordWrittenAt } from "@shared/domain/visit";
import { AppError } from "@shared/errors";
import { command, insert } from "../../db";
import type { MemberActor } from "../../http";
import { customerOn, servedOnAny } from "../customers";
import { unitOfMember } from "../members";
import { bookedInOf } from "../periods";
import { type BookingDeps, prepareBooking, statementQueue } from "../statements";
import { FollowUpModel, type FollowUpRecord } from "./followUpModel";
import { presentFollowUp } from "./presentFollowUp";

/**
 * Keeps that somebody was in touch with a customer whom they serve, at the time of the phone where that can be believed, and counts it as
 * a fact of their own: each of them, as there is no place by which a second one of a day would be known as a repeat.
 */
export function recordFollowUp(
  deps: BookingDeps,
  { actor, body }: { actor: MemberActor; body: BodyOf<"followUps.record"> },
): Promise<AnswerOf<"followUps.record">> {
  const memberId = actor.id;
  const { commandId } = body;
  const queue = statementQueue(memberId);
  return command({ actor, commandId, kind: "followUps.record", body, queue }, async () => {
    const now = deps.clock.now();
    const { written, customerId, channel, people, record } = body;
    const at = recordWrittenAt(written ? { at: new Date(written.at), kind: written.timeKind } : null, now);
    const on = businessDayOf(at);
    const customer = await customerOn(customerId, on);
    // Who served it then: a phone may have kept it over a handover.
    if (!servedOnAny(customer, memberId, daysAround(at)))
      throw new AppError("customer.unknown", `${customerId} is not served by ${memberId}`);
    const followUp: FollowUpRecord = {
      _id: `${memberId}:${commandId}`,
      schemaVersion: 1,
      memberId,
      repMonth: `${memberId}:${monthOf(on)}`,
      customerId: customer._id,
      customerName: customer.shortName,
      ...{ channel, people, record, at, on },
      recordedAt: now,
      version: 1,
      correctedAt: null,
      earlier: [],
      revision: 1,
    };
    const { _id } = followUp;
    const booking = await prepareBooking(deps, [await factOf(deps, followUp)], [{ kind: "followUp", id: _id }]);
    return {
      answer: { followUp: presentFollowUp(followUp) },
      audit: { action: "followUp.record", subject: _id, at: now, detail: { customerId: customer._id, channel } },
      write: async (session) => {
        await insert(FollowUpModel, followUp, session);
        await booking.write(session);
      },
    };
  });
}

/** As pay sees it: it counts on its day. */
async function factOf(
  deps: Pick<BookingDeps, "settings">,
  { _id, memberId, customerId, on, recordedAt }: FollowUpRecord,
): Promise<FollowUpFact> {
  const [teamId, bookedIn] = await Promise.all([
    unitOfMember(memberId, on),
    bookedInOf(deps, { countsOn: on, recordedAt }),
  ]);
  return {
    id: `followUp:${_id}`,
    kind: "followUp",
    revision: 1,
    source: "followUp",
    recordedAt: recordedAt.toISOString(),
    on,
    countsOn: on,
    bookedIn,
    customerId,
    credits: [{ memberId, role: "owner", share: "1", fen: 0, teamId }],
  };
}
