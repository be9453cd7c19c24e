import { type InferRawDocTypeFromSchema, model, Schema } from "mongoose";
import { schemaVersion } from "../../db";

// GCJ-02 degrees.
const pointSchema = new Schema(
  { latDeg: { type: Number, required: true }, lngDeg: { type: Number, required: true } },
  { _id: false, strict: "throw" },
);

const decisionSchema = new Schema(
  {
    byId: { type: String, required: true },
    byName: { type: String, required: true },
    /** Of the leader who was away, where a deputy decided; null or missing: by an own right. */
    insteadOfName: { type: String, default: null },
    reason: { type: String, default: null },
    at: { type: Date, required: true },
  },
  { _id: false, strict: "throw" },
);

/**
 * Why a pin waits: a check-in with a photo at a place without one, somebody who stood there and says that it is wrong, or one that
 * is used meanwhile, given by whoever does not confirm pins: typed in, or taken where they stood.
 */
export const pinSources = ["checkIn", "moved", "typed", "taken"] as const;
export type PinSource = (typeof pinSources)[number];

/**
 * Beside what was decided: a leader has set the pin otherwise; too old to be kept; who proposed it takes the consent to positions back, or
 * proposes another one; somebody else has, of the client that this one has become.
 */
export const proposalStates = ["open", "accepted", "rejected", "overtaken", "lapsed", "withdrawn", "replaced"] as const;
export type ProposalState = (typeof proposalStates)[number];

/** Where somebody says that a client's place is, for its leader to say so too. One for each place: the last one stands. */
const pinProposalSchema = new Schema(
  {
    /** See `proposalIdOf`. */
    _id: { type: String, required: true },
    schemaVersion,
    customerId: { type: String, required: true },
    customerName: { type: String, required: true },
    siteId: { type: String, required: true },
    siteName: { type: String, required: true },
    /** Whose leaders decide: its owner's; `none` where it has none. */
    teamId: { type: String, required: true },
    /** Who owned the client when it was proposed: they do not decide, nor does who proposes. */
    ownerIds: { type: [String], required: true },
    memberId: { type: String, required: true },
    memberName: { type: String, required: true },
    source: { type: String, enum: pinSources, required: true },
    checkInId: { type: String, default: null },
    note: { type: String, default: null },
    /** Where somebody stood: kept while it waits, and no longer. */
    to: { type: pointSchema, default: null },
    /** Of the position that it was taken from; null where it was typed in. */
    accuracyM: { type: Number, default: null },
    /** When somebody stood there; null or missing: it was typed in, or was proposed when it was taken. */
    takenAt: { type: Date, default: null },
    /** Where the pin was before this one was used; null or missing: there was none, or this one is not used meanwhile. */
    from: { type: pointSchema, default: null },
    state: { type: String, enum: proposalStates, required: true },
    askedAt: { type: Date, required: true },
    decision: { type: decisionSchema, default: null },
    /** Position in lists: since when it waits, and its id. */
    sortKey: { type: String, required: true },
    revision: { type: Number, required: true },
  },
  { collection: "pinProposals", strict: "throw", autoIndex: false, versionKey: false },
);
pinProposalSchema.index({ teamId: 1, state: 1, sortKey: 1 });
pinProposalSchema.index({ state: 1, sortKey: 1 });
// What somebody has proposed, for themselves.
pinProposalSchema.index({ memberId: 1, askedAt: 1 });
pinProposalSchema.index({ _id: 1, revision: 1 });

export type PinProposalRecord = InferRawDocTypeFromSchema<typeof pinProposalSchema>;
export const PinProposalModel = model<PinProposalRecord>(
  "PinProposal",
  pinProposalSchema as unknown as Schema<PinProposalRecord>,
);
