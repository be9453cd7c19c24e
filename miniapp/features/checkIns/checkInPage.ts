import type { CheckInView } from "@shared/contracts";
import { mayExplain } from "@shared/domain/checkInReview";
import { serverNow } from "@/api/serverClock";
import { isRecordDue, isUnrecorded } from "@shared/domain/visit";
import { routes } from "@/routes";
import { standingNow } from "./dayStanding";

/** Where a check-in leads: first what is left to do, then what waits for somebody's judgement, then what was written. */
export function checkInPage(item: CheckInView): string {
  const { checkInId, visitId, on, review } = item;
  if ((mayExplainFar(item) || isCountedElsewhere(item)) && visitId === null) return routes.doubt({ id: checkInId, on });
  if (review && !isRecordDue(standingNow(item))) return routes.doubt({ id: checkInId, on });
  return visitId ? routes.visit({ visitId }) : routes.visit({ checkInId, on });
}

/** It was too far away, nobody was asked, and its day counts that client by another one. */
export const isCountedElsewhere = ({ verdict, review, mendedById }: CheckInView): boolean =>
  verdict === "outside" && !review && (mendedById ?? null) !== null;

/** It was too far away and counts for nothing, and its rep may still say why it should. @param day see `unrecorded` */
export const mayExplainFar = (item: CheckInView, day?: readonly CheckInView[]): boolean =>
  item.verdict === "outside" &&
  !item.review &&
  !item.repeatedOnDay &&
  !item.mendedById &&
  !unrecorded(item, day) &&
  mayExplain({ verdict: item.verdict, state: null, checkedInAt: new Date(item.checkedInAt) }, serverNow());

/**
 * No record was written in time: nobody is asked about it any more, and nothing that is said of it brings a visit.
 * @param day all of its day: where another at that client was recorded, the two are looked at together
 */
export function unrecorded(item: CheckInView, day: readonly CheckInView[] = []): boolean {
  const there = [item, ...day.filter(({ customerId }) => customerId === item.customerId)];
  const isRecorded = there.some(({ visitId }) => visitId !== null);
  return isUnrecorded({ verdict: item.verdict, checkedInAt: new Date(item.checkedInAt), isRecorded }, serverNow());
}
