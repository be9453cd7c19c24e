import {
  openReviewIfAny,
  pageForLeader,
  pageOfAppeals,
  pageOfOpenReviews,
  type ReviewRecord,
  whoDecides,
} from "../checkIns";
import { isFirstDecider, isOwnReview, mayDecideAppeal, mayDecideReview, unrecordedAmong } from "../reviews";
import { readUnitPaths } from "../sales";
import type { ApprovalKind, OpenApproval } from "./approvalKind";

const nothing = { reviews: [], next: null };

/** Check-ins in doubt wait for the leaders of their rep, and what a rep says against a decision for another one or HR; finance has no say in where somebody was. */
export const reviewApprovals: ApprovalKind = {
  name: "review",
  find: async (checkInId, now) => {
    const review = await openReviewIfAny(checkInId);
    const [open] = review ? await stillOpen([review], now) : [];
    return open ? openOf(open) : null;
  },
  page: async (after, now) => {
    const { reviews, next } = await pageOfOpenReviews(after);
    return { open: (await stillOpen(reviews, now)).map(openOf), next };
  },
  candidatesFor: async (reader, { now, after, max, absent }) => {
    const people = [reader, ...absent];
    const leads = people.flatMap((one) => one.leads);
    const [led, appeals] = await Promise.all([
      pageForLeader(leads, after, max),
      // HR is asked about second looks, whoever's they are.
      reader.roles.includes("hr") ? pageOfAppeals(after, max) : nothing,
    ]);
    const found = new Map([...led.reviews, ...appeals.reviews].map((review) => [review._id, review]));
    const sorted = [...found.values()].sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1));
    const reviews = sorted.slice(0, max);
    const isMore = sorted.length > max || led.next !== null || appeals.next !== null;
    const next = isMore ? (reviews.at(-1)?.sortKey ?? null) : null;
    const open = await stillOpen(reviews, now);
    const decidable = async () => {
      const pathOf = await readUnitPaths();
      const may = (review: ReviewRecord) =>
        !isOwnReview(reader, review) &&
        !isFirstDecider(reader, review) &&
        (mayDecideAppeal(reader, review) || people.some((one) => mayDecideReview(one, review, pathOf(review.teamId))));
      return open.filter(may).map(({ _id }) => _id);
    };
    return { open: open.map(openOf), next, decidable };
  },
};

/** Without those on which no decision brings a visit any more: what ends them comes by the hour. */
async function stillOpen(reviews: readonly ReviewRecord[], now: Date): Promise<ReviewRecord[]> {
  const ended = await unrecordedAmong(
    reviews.filter(({ state }) => state === "open"),
    now,
  );
  return reviews.filter((review) => !ended.includes(review));
}

function openOf(review: ReviewRecord): OpenApproval {
  const { _id: checkInId, revision, memberId, memberName, customerName, on, verdict } = review;
  const appeal = review.state === "appealed" ? review.appeal : null;
  return {
    subjectId: checkInId,
    revision,
    approvers: (deciders) => deciders.of(whoDecides(review)),
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
      ...(review.answer && { answer: review.answer.text }),
      ...(appeal && { appeal: appeal.text }),
    },
  };
}
