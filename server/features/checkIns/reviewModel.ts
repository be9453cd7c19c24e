import { type InferSchemaType, Schema, model } from "mongoose";
import { reviewStates } from "@shared/domain/checkIn";
import { schemaVersion } from "../../db";

const answerSchema = new Schema(
  {
    text: { type: String, required: true },
    /** What the rep has photographed to show where they were; see server/files. */
    photoId: { type: String, default: null },
    at: { type: Date, required: true },
  },
  { _id: false, strict: "throw" },
);

const decisionSchema = new Schema(
  {
    byId: { type: String, required: true },
    byName: { type: String, required: true },
    /** Of the leader who was away, where a deputy decided; null or missing: by an own right. */
    insteadOfName: { type: String, default: null },
    reason: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { _id: false, strict: "throw" },
);

/** What a rep says against a decision, and that decision. */
const appealSchema = new Schema(
  {
    text: { type: String, required: true },
    at: { type: Date, required: true },
    first: { type: decisionSchema, required: true },
  },
  { _id: false, strict: "throw" },
);

/**
 * A check-in in doubt that waits for somebody's judgement, and what came of it. It stands beside the check-in, which nobody changes,
 * and says nothing of where somebody stood.
 */
const reviewSchema = new Schema(
  {
    /** The check-in's. */
    _id: { type: String, required: true },
    schemaVersion,
    memberId: { type: String, required: true },
    memberName: { type: String, required: true },
    /** Whose leaders decide; `none` for people outside the teams. */
    teamId: { type: String, required: true },
    customerId: { type: String, required: true },
    customerName: { type: String, required: true },
    on: { type: String, required: true },
    checkedInAt: { type: Date, required: true },
    /** `inside` where signals of it came to so much that somebody is asked, `outside` where its rep has explained it. */
    verdict: { type: String, enum: ["inside", "doubtful", "unverified", "outside"], required: true },
    state: { type: String, enum: reviewStates, required: true },
    askedAt: { type: Date, required: true },
    decideUntil: { type: Date, required: true },
    /** What the rep has to say about it. */
    answer: { type: answerSchema, default: null },
    /** The newest one. */
    decision: { type: decisionSchema, default: null },
    /** The one before it, where whoever has decided has decided otherwise since; missing or null where not. */
    decisionBefore: { type: decisionSchema, default: null },
    /** A second person was asked; missing or null where nobody was. */
    appeal: { type: appealSchema, default: null },
    /** The better check-in of the day that has made it good. */
    mendedById: { type: String, default: null },
    /** Position in lists: since when it waits, and its id. */
    sortKey: { type: String, required: true },
    revision: { type: Number, required: true },
  },
  { collection: "checkInReviews", strict: "throw", autoIndex: false, versionKey: false },
);
reviewSchema.index({ teamId: 1, state: 1, sortKey: 1 });
reviewSchema.index({ state: 1, sortKey: 1 });
reviewSchema.index({ memberId: 1, state: 1 });
reviewSchema.index({ _id: 1, revision: 1 });

export type ReviewRecord = InferSchemaType<typeof reviewSchema>;
export const ReviewModel = model("CheckInReview", reviewSchema);
