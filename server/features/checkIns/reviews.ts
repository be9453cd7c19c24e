import type { ClientSession } from "mongoose";
import { isAccepted, isInDoubt, isPutToSomebody, type ReviewState, standingOfDay } from "@shared/domain/checkIn";
import { decideUntilOf, stateBy } from "@shared/domain/checkInReview";
import { asksLeader } from "@shared/domain/trust";
import { isUnrecorded } from "@shared/domain/visit";
import { AppError } from "@shared/errors";
import { type CommandPart, insert, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { perProcess } from "../../lib/perProcess";
import { ShortCache } from "../../lib/shortCache";
import { findUnitsEver, unitAndBelow } from "../members";
import type { CheckInRecord } from "./checkInModel";
import { ReviewModel, type ReviewRecord } from "./reviewModel";

/** A check-in without what makes it a command. */
export type CheckInFields = Omit<CheckInRecord, CommandPart> & { _id: string };

const pageSize = 50;

/** @throws AppError "review.unknown" */
export async function findReview(checkInId: string): Promise<ReviewRecord> {
  const review = await reviewIfAny(checkInId);
  if (!review) throw new AppError("review.unknown", `no review of ${checkInId}`);
  return review;
}

export const reviewIfAny = (checkInId: string): Promise<ReviewRecord | null> =>
  ReviewModel.findOne({ _id: checkInId }).lean<ReviewRecord | null>();

const waitingStates = ["open", "appealed"] as const;

/** Whether somebody is to decide on it, for the first time or the second. */
export const waits = ({ state }: Pick<ReviewRecord, "state">): boolean =>
  waitingStates.some((waiting) => waiting === state);

type Recordable = Pick<CheckInFields, "customerId" | "verdict" | "checkedInAt"> &
  Partial<Pick<CheckInFields, "visitId">>;

/** Whether a visit can come of it no more, since none of its day at that client has a record; whether that is in time, only visits know. @param day all of that day */
export const isUnrecordedOn = (checkIn: Recordable, day: readonly Recordable[], now: Date): boolean => {
  const there = day.filter(({ customerId }) => customerId === checkIn.customerId);
  return isUnrecorded({ ...checkIn, isRecorded: there.some(({ visitId }) => (visitId ?? null) !== null) }, now);
};

/** What has become of it by now, though what ends it comes by the hour. @param day all of its day */
export const stateOn = (
  review: Pick<ReviewRecord, "state" | "decideUntil">,
  { checkIn, day }: { checkIn: Recordable; day: readonly Recordable[] },
  now: Date,
): ReviewState => (review.state === "open" && isUnrecordedOn(checkIn, day, now) ? "unrecorded" : stateBy(review, now));

/** One that waits for somebody; null where there is none, or it waits no more. */
export async function openReviewIfAny(checkInId: string): Promise<ReviewRecord | null> {
  const review = await reviewIfAny(checkInId);
  return review && waits(review) ? review : null;
}

/** Whether somebody is asked about it without its rep's word: it is in doubt, or its signals come to so much. Older ones have none. */
export const isAskedAbout = ({ verdict, signals }: Pick<CheckInFields, "verdict" | "signals">): boolean =>
  isInDoubt(verdict) || (verdict === "inside" && asksLeader(signals ?? []));

/** Whether somebody may have been asked about it: also because its rep has explained why they were far away. */
export const mayHaveReview = (checkIn: Pick<CheckInFields, "verdict" | "signals">): boolean =>
  isAskedAbout(checkIn) || checkIn.verdict === "outside";

/** Those of these check-ins that there are. Nothing is asked where nobody was asked about any. */
export async function reviewsOf(
  checkIns: readonly Pick<CheckInRecord, "_id" | "verdict" | "signals">[],
): Promise<Map<string, ReviewRecord>> {
  const ids = checkIns.filter(mayHaveReview).map(({ _id }) => _id);
  if (ids.length === 0) return new Map();
  const reviews = await ReviewModel.find({ _id: { $in: ids } }).lean<ReviewRecord[]>();
  return new Map(reviews.map((review) => [review._id, review]));
}

/** How the check-ins of a day stand to each other, with what was decided on them. */
export const standingOf = (
  checkIns: readonly Pick<CheckInFields, "_id" | "customerId" | "verdict" | "checkedInAt">[],
  reviews: ReadonlyMap<string, Pick<ReviewRecord, "state">>,
) =>
  standingOfDay(
    checkIns.map(({ _id, customerId, verdict, checkedInAt }) => ({
      checkInId: _id,
      customerId,
      verdict,
      checkedInAt: checkedInAt.toISOString(),
      review: reviews.get(_id)?.state ?? null,
    })),
  );

/** What a record at a check-in is judged by. */
export interface Evidence {
  /** What has come of looking at the check-in. */
  state: ReviewState | null;
  /** The one of the day that has made it good, or that counts in its place where it was rejected or adds nothing; null: none. */
  otherId: string | null;
  /** When the one was made that counts in its place; null where it counts itself, or none does. */
  insteadAt: Date | null;
}

type OfDay = Pick<CheckInFields, "_id" | "customerId" | "verdict" | "checkedInAt">;

/** That of a check-in, as its day stands. @param day all of that day, at least of that customer */
export function evidenceOf(
  checkIn: OfDay,
  day: readonly OfDay[],
  reviews: ReadonlyMap<string, Pick<ReviewRecord, "state">>,
): Evidence {
  const { _id, customerId, verdict } = checkIn;
  const { mendedBy, counts } = standingOf(day, reviews);
  const menderId = mendedBy.get(_id);
  if (menderId !== undefined) return { state: "mended", otherId: menderId, insteadAt: null };
  const stored = reviews.get(_id)?.state ?? null;
  // It was made good, and is no more: it stands as it was judged.
  const state = stored === "mended" ? null : stored;
  const isForNothing = (verdict === "inside" || isPutToSomebody(verdict, state)) && !isAccepted(verdict, state);
  const other = isForNothing ? day.find((one) => one._id === counts.get(customerId)) : undefined;
  return { state, otherId: other?._id ?? null, insteadAt: other?.checkedInAt ?? null };
}

/** What waits for a decision of these teams, or of all, the oldest first, a page at a time. @param after null for the first one */
export async function pageOfOpenReviews(
  after: string | null,
  teamIds: readonly string[] | null = null,
  max: number = pageSize,
): Promise<{ reviews: ReviewRecord[]; next: string | null }> {
  const scopes = waitingStates.flatMap((state) =>
    teamIds === null ? [{ state }] : teamIds.map((teamId) => ({ teamId, state })),
  );
  const found = await Promise.all(
    scopes.map((scope) =>
      ReviewModel.find(after === null ? scope : { ...scope, sortKey: { $gt: after } })
        .sort({ sortKey: 1 })
        .limit(max)
        .lean<ReviewRecord[]>(),
    ),
  );
  const sorted = found.flat().sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1));
  const reviews = sorted.slice(0, max);
  return { reviews, next: sorted.length >= max ? (reviews.at(-1)?.sortKey ?? null) : null };
}

/** The same of whoever leads these units: of themselves and of all below, also of teams that are gone, own ones among them. */
export async function pageForLeader(
  leads: readonly string[],
  after: string | null,
  max?: number,
): Promise<{ reviews: ReviewRecord[]; next: string | null }> {
  if (leads.length === 0) return { reviews: [], next: null };
  const unitsEver = await findUnitsEver();
  const teamIds = leads.flatMap((unitId) => unitAndBelow(unitsEver, unitId).map((below) => below.unitId));
  return pageOfOpenReviews(after, [...new Set(teamIds)], max);
}

/** Those about which a second person is asked, of the whole company, the oldest first, a page at a time. */
export async function pageOfAppeals(
  after: string | null,
  max: number,
): Promise<{ reviews: ReviewRecord[]; next: string | null }> {
  const scope = { state: "appealed" as const };
  const reviews = await ReviewModel.find(after === null ? scope : { ...scope, sortKey: { $gt: after } })
    .sort({ sortKey: 1 })
    .limit(max)
    .lean<ReviewRecord[]>();
  return { reviews, next: reviews.length >= max ? (reviews.at(-1)?.sortKey ?? null) : null };
}

/** Those that nobody has decided on in time, some of them. @param now business time */
export const overdueReviews = async (now: Date): Promise<ReviewRecord[]> => {
  // The sort key begins with the instant since when it waits.
  const { reviews } = await pageOfOpenReviews(null);
  return reviews.filter(({ decideUntil }) => decideUntil < now);
};

// A promise, which may be kept and awaited by several; a query runs once.
export async function openReviewsOf(memberId: string): Promise<ReviewRecord[]> {
  return await ReviewModel.find({ memberId, state: "open" }).lean<ReviewRecord[]>();
}

/** The same, with those about which a second person is asked. */
const waitingReviewsOf = async (memberId: string): Promise<ReviewRecord[]> =>
  await ReviewModel.find({ memberId, state: { $in: [...waitingStates] } }).lean<ReviewRecord[]>();

/**
 * A member's check-ins in doubt as they were at most 5 s ago. What another process has stored since is found when a visit is recorded,
 * or by the hour.
 */
export const doubtsNow = perProcess(({ realNow }: Pick<Deps, "realNow" | "caches">) => {
  const cache = new ShortCache<ReviewRecord[]>({ realNow, keptMs: 5_000, entriesMax: 20_000 });
  return {
    of: (memberId: string): Promise<ReviewRecord[]> => cache.get(memberId, () => waitingReviewsOf(memberId)),
    forget: (memberId: string): void => cache.forget(memberId),
  };
});

/** The oldest first. */
export const sortKeyOf = (askedAt: Date, checkInId: string): string => `${askedAt.toISOString()}~${checkInId}`;

/** What makes a review that waited for nobody any more wait again, from now on. @param now business time */
export const askedAnew = (checkInId: string, now: Date) => ({
  state: "open" as const,
  askedAt: now,
  decideUntil: decideUntilOf(now),
  sortKey: sortKeyOf(now, checkInId),
});

/** Puts a check-in in doubt, or one with signals, before whoever decides. @param by whose it is, as of today */
export function openReview(
  checkIn: CheckInFields,
  by: { name: string; teamId: string | null },
  askedAt: Date,
): ReviewRecord {
  const { _id, memberId, customerId, customerName, on, checkedInAt, verdict } = checkIn;
  return {
    _id,
    schemaVersion: 1,
    memberId,
    memberName: by.name,
    teamId: by.teamId ?? "none",
    customerId,
    customerName,
    on,
    checkedInAt,
    verdict,
    state: "open",
    askedAt,
    decideUntil: decideUntilOf(askedAt),
    answer: null,
    decision: null,
    decisionBefore: null,
    appeal: null,
    mendedById: null,
    sortKey: sortKeyOf(askedAt, _id),
    revision: 1,
  };
}

export const insertReview = (review: ReviewRecord, session: ClientSession): Promise<void> =>
  insert(ReviewModel, review, session);

type Change = Partial<
  Pick<
    ReviewRecord,
    | "state"
    | "verdict"
    | "answer"
    | "decision"
    | "decisionBefore"
    | "appeal"
    | "mendedById"
    | "askedAt"
    | "decideUntil"
    | "sortKey"
  >
>;

export const changeReview = (
  { _id: id, revision }: Pick<ReviewRecord, "_id" | "revision">,
  set: Change,
  session: ClientSession,
): Promise<void> => updateAtRevision(ReviewModel, { id, revision, set }, session);
