import type { TodoView } from "@shared/contracts";
import { needsAcceptance } from "@shared/domain/checkIn";
import { stateBy } from "@shared/domain/checkInReview";
import { businessDayOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { readDeciders } from "../absences";
import { doubtsNow, findCheckIns, type ReviewRecord, whoDecides } from "../checkIns";

/**
 * A member's check-ins in doubt of earlier days that somebody has still to decide on, for the first time or the second: those of today stand where one checks in, and these
 * nowhere else; those whose record can still be written are a row of that, and where none was written in time no decision brings a visit.
 * Nothing more is asked where there are none.
 */
export async function ownDoubts(
  deps: Pick<Deps, "clock" | "realNow" | "caches">,
  { id: memberId, language }: Pick<MemberActor, "id" | "language">,
): Promise<TodoView[]> {
  const now = deps.clock.now();
  const today = businessDayOf(now);
  const waiting = await doubtsNow(deps).of(memberId);
  const waitsBy = (review: ReviewRecord) => ["open", "appealed"].includes(stateBy(review, now));
  const open = waiting.filter((review) => waitsBy(review) && review.on < today);
  if (open.length === 0) return [];
  const [deciders, checkIns] = await Promise.all([readDeciders(today), findCheckIns(open.map(({ _id }) => _id))]);
  const recorded = new Set(checkIns.flatMap(({ _id, visitId }) => ((visitId ?? null) === null ? [] : [_id])));
  const hopeful = open.filter(({ _id }) => recorded.has(_id));
  return Promise.all(
    hopeful.map(async (review) => ({
      todoId: `doubt:${review._id}`,
      kind: "doubt" as const,
      subjectId: review._id,
      since: review.askedAt.toISOString(),
      about: review.customerName,
      ...{ byName: null, amountFen: null, visit: null },
      text: review.answer?.text ?? null,
      on: review.on,
      until: review.decideUntil.toISOString(),
      // What was not accepted counts for nothing while a second person looks at it.
      isInDoubt: needsAcceptance(review.verdict) || review.state === "appealed",
      ...(review.state === "appealed" && { isAppealed: true }),
      waitsForNames: await deciders.namesOf(whoDecides(review), language),
    })),
  );
}
