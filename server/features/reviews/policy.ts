import type { MemberActor } from "../../http";
import type { ReviewRecord } from "../checkIns";

type Person = Pick<MemberActor, "id" | "leads">;

export const isOwnReview = (person: Person, review: Pick<ReviewRecord, "memberId">): boolean =>
  review.memberId === person.id;

/** Until the deadline's last millisecond; what ends it then comes by the hour. @param now business time */
export const isPastDeadline = ({ decideUntil }: Pick<ReviewRecord, "decideUntil">, now: Date): boolean =>
  now > decideUntil;

/** Leaders of the rep's team or of a unit above it look at a check-in in doubt and decide; nobody does on an own one. */
export function mayDecideReview(
  person: Person,
  review: Pick<ReviewRecord, "memberId">,
  unitPath: readonly string[],
): boolean {
  return !isOwnReview(person, review) && unitPath.some((unitId) => person.leads.includes(unitId));
}
