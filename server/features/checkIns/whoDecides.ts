import type { CheckInView } from "@shared/contracts";
import type { BusinessDay } from "@shared/domain/time";
import type { MemberActor } from "../../http";
import { type Decided, readDeciders } from "../absences";
import { ReviewModel, type ReviewRecord } from "./reviewModel";

type Subject = Pick<ReviewRecord, "teamId" | "memberId"> & {
  appeal?: { first: { byId: string } } | null | undefined;
};

/** Whose word a check-in in doubt waits for: its rep's leaders'; a second look is another person's: where no other leader is, it is HR's. */
export const whoDecides = ({ teamId, memberId, appeal }: Subject): Decided =>
  appeal
    ? { unitId: teamId, ownIds: [memberId, appeal.first.byId], officers: "hr" }
    : { unitId: teamId, ownIds: [memberId], officers: null };

/**
 * Says of a member's check-ins whom each waits for, a deputy in the place of who is away; of one that was not accepted, whom a second look would
 * be put before; of one too far away of which nothing was said, whom it would be.
 */
export async function withDeciders(
  checkIns: readonly CheckInView[],
  reader: Pick<MemberActor, "id" | "teamId" | "language">,
  on: BusinessDay,
): Promise<CheckInView[]> {
  const asking = checkIns.filter(({ review }) => review && isAsked(review)).map(({ checkInId }) => checkInId);
  const { id: memberId, teamId, language } = reader;
  const isFar = checkIns.some(mayBeExplained);
  if (asking.length === 0 && !isFar) return [...checkIns];
  const [reviews, deciders] = await Promise.all([
    asking.length > 0 ? ReviewModel.find({ _id: { $in: asking } }).lean<ReviewRecord[]>() : [],
    readDeciders(on),
  ]);
  const wouldDecideNames =
    isFar && teamId !== null ? await deciders.namesOf(whoDecides({ teamId, memberId }), language) : null;
  const names = new Map<string, string[]>();
  for (const review of reviews) {
    const { decision } = review;
    // Not accepted and not asked about again yet: as if it were.
    const appeal = review.appeal ?? (decision && { first: decision });
    names.set(review._id, await deciders.namesOf(whoDecides({ ...review, appeal }), language));
  }
  return checkIns.map((checkIn) => {
    if (wouldDecideNames && mayBeExplained(checkIn)) return { ...checkIn, wouldDecideNames };
    const deciderNames = names.get(checkIn.checkInId);
    return checkIn.review && deciderNames ? { ...checkIn, review: { ...checkIn.review, deciderNames } } : checkIn;
  });
}

const mayBeExplained = ({ verdict, review, mendedById }: CheckInView): boolean =>
  verdict === "outside" && !review && (mendedById ?? null) === null;

const isAsked = ({ state, appealUntil }: NonNullable<CheckInView["review"]>): boolean =>
  state === "open" || state === "appealed" || (appealUntil ?? null) !== null;
