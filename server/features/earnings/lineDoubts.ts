import type { LineDoubtView } from "@shared/contracts";
import { stateBy } from "@shared/domain/checkInReview";
import { businessDayOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { readDeciders } from "../absences";
import { doubtsNow, findCheckIns, whoDecides } from "../checkIns";

/** A visit that a line is paid for. */
export interface LineVisit {
  lineId: string;
  visitId: string;
}

/**
 * Which of these amounts go, where somebody does not accept the check-in that they stand on, and until when. Nothing more is asked where no
 * check-in of the member is in doubt.
 */
export async function doubtsBehind(
  deps: Pick<Deps, "clock" | "realNow" | "caches">,
  { id: memberId, language }: Pick<MemberActor, "id" | "language">,
  behind: readonly LineVisit[],
): Promise<LineDoubtView[]> {
  if (behind.length === 0) return [];
  const now = deps.clock.now();
  const waiting = await doubtsNow(deps).of(memberId);
  // What ends it comes by the hour: after the last instant nobody can decide on it any more.
  const open = waiting.filter((review) => stateBy(review, now) === "open");
  if (open.length === 0) return [];
  const checkIns = await findCheckIns(open.map(({ _id }) => _id));
  const visitIds = new Map(checkIns.map(({ _id, visitId }) => [_id, visitId ?? null]));
  const found = open.flatMap((review) =>
    behind.filter(({ visitId }) => visitId === visitIds.get(review._id)).map((visit) => ({ review, visit })),
  );
  if (found.length === 0) return [];
  const deciders = await readDeciders(businessDayOf(now));
  return Promise.all(
    found.map(async ({ review, visit }) => ({
      ...visit,
      checkInId: review._id,
      customerName: review.customerName,
      on: review.on,
      decideUntil: review.decideUntil.toISOString(),
      deciderNames: await deciders.namesOf(whoDecides(review), language),
    })),
  );
}
