import type { MemberActor } from "../../http";
import type { ReviewRecord } from "../checkIns";

type Person = Pick<MemberActor, "id" | "leads" | "roles">;

export const isOwnReview = (person: Person, review: Pick<ReviewRecord, "memberId">): boolean =>
  review.memberId === person.id;

type Decided = Pick<ReviewRecord, "state" | "appeal">;

/** Whoever has decided is not the second person who is asked. */
export const isFirstDecider = (person: Pick<Person, "id">, { state, appeal }: Decided): boolean =>
  state === "appealed" && appeal?.first.byId === person.id;

/** Beside leaders HR looks at what a rep says against a decision: in a small company there is no second leader. */
export const mayDecideAppeal = (person: Person, review: Decided & Pick<ReviewRecord, "memberId">): boolean =>
  review.state === "appealed" &&
  person.roles.includes("hr") &&
  !isOwnReview(person, review) &&
  !isFirstDecider(person, review);

/** Leaders of the rep's team or of a unit above it look at a check-in in doubt and decide; nobody does on an own one. */
export function mayDecideReview(
  person: Person,
  review: Decided & Pick<ReviewRecord, "memberId">,
  unitPath: readonly string[],
): boolean {
  return (
    !isOwnReview(person, review) &&
    !isFirstDecider(person, review) &&
    unitPath.some((unitId) => person.leads.includes(unitId))
  );
}

/** HR reads what a second person was asked about, also when that is over. */
export const mayReadAppeal = (person: Person, review: Pick<ReviewRecord, "memberId" | "appeal">): boolean =>
  (review.appeal ?? null) !== null && person.roles.includes("hr") && !isOwnReview(person, review);
