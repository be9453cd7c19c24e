import { standsInFor } from "../absences";
import { openReviewIfAny, pageForLeader, pageOfOpenReviews, type ReviewRecord } from "../checkIns";
import { isOwnReview, mayDecideReview } from "../reviews";
import { readUnitPaths } from "../sales";
import type { ApprovalKind, OpenApproval } from "./approvalKind";

/** Check-ins in doubt wait for the leaders of their rep; finance has no say in where somebody was. */
export const reviewApprovals: ApprovalKind = {
  name: "review",
  find: async (checkInId) => {
    const review = await openReviewIfAny(checkInId);
    return review && openOf(review);
  },
  page: async (after) => {
    const { reviews, next } = await pageOfOpenReviews(after);
    return { open: reviews.map(openOf), next };
  },
  candidatesFor: async (reader, { on, after, max }) => {
    const people = [reader, ...(await standsInFor(reader, on))];
    const { reviews, next } = await pageForLeader(
      people.flatMap(({ leads }) => leads),
      after,
      max,
    );
    const decidable = async () => {
      const pathOf = await readUnitPaths();
      const may = (review: ReviewRecord) =>
        !isOwnReview(reader, review) && people.some((one) => mayDecideReview(one, review, pathOf(review.teamId)));
      return reviews.filter(may).map(({ _id }) => _id);
    };
    return { open: reviews.map(openOf), next, decidable };
  },
};

function openOf(review: ReviewRecord): OpenApproval {
  const { _id: checkInId, revision, memberId, memberName, teamId, customerName, on, verdict } = review;
  return {
    subjectId: checkInId,
    revision,
    approvers: (deciders) => deciders.of({ unitId: teamId, ownIds: [memberId], withFinance: false }),
    requestedById: memberId,
    askedAt: review.askedAt,
    told: {
      kind: "review",
      checkInId,
      repName: memberName,
      customerName,
      on,
      checkedInAt: review.checkedInAt.toISOString(),
      verdict,
      decideUntil: review.decideUntil.toISOString(),
    },
  };
}
