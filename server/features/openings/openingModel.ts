import { type InferRawDocTypeFromSchema, model, Schema } from "mongoose";
import { importSources } from "@shared/domain/importing";
import { openingKinds, openingStates } from "@shared/domain/opening";
import { schemaVersion } from "../../db";

const options = { strict: "throw", autoIndex: false, versionKey: false } as const;
const nested = { _id: false, strict: "throw" } as const;

const whoSchema = new Schema({ id: { type: String, required: true }, name: { type: String, required: true } }, nested);

const decisionSchema = new Schema(
  {
    byId: { type: String, required: true },
    byName: { type: String, required: true },
    allowed: { type: Boolean, required: true },
    reason: { type: String, default: null },
    at: { type: Date, required: true },
  },
  nested,
);

const sums = {
  clawback: { type: Number, required: true },
  draw: { type: Number, required: true },
  unreleased: { type: Number, required: true },
  paid: { type: Number, required: true },
};
const sumsSchema = new Schema(sums, nested);
const totalsSchema = new Schema({ rows: { type: Number, required: true }, ...sums }, nested);

/** A table of opening balances that was put before a second person, and what they have said: kept as long as the accounts are. */
const openingSchema = new Schema(
  {
    /** Of the import that has brought it. */
    _id: { type: String, required: true },
    schemaVersion,
    /** Which table of the company it is; a later one is above an earlier one. */
    number: { type: Number, required: true },
    state: { type: String, enum: openingStates, required: true },
    /** The company's first paying day, before which the balances hold. */
    payingOn: { type: String, required: true },
    source: { type: String, enum: importSources, required: true },
    fileName: { type: String, required: true },
    fileHash: { type: String, required: true },
    /** As the person has typed them from her own books, which is as the table adds up. */
    totals: { type: totalsSchema, required: true },
    /** How many balances are new or other ones than before, and of how many members. */
    changes: { type: Number, required: true },
    membersCount: { type: Number, required: true },
    preparedBy: { type: whoSchema, required: true },
    /** Business time. */
    preparedAt: { type: Date, required: true },
    decision: { type: decisionSchema, default: null },
    /** Business time; null before all of it is in the accounts. */
    postedAt: { type: Date, default: null },
    revision: { type: Number, required: true },
  },
  { collection: "openings", ...options },
);
openingSchema.index({ state: 1, _id: 1 });
openingSchema.index({ _id: 1, revision: 1 });
openingSchema.index({ number: -1 });

export type OpeningRecord = InferRawDocTypeFromSchema<typeof openingSchema>;
export const OpeningModel = model<OpeningRecord>("Opening", openingSchema as unknown as Schema<OpeningRecord>);

/** One balance of one member as a table has it, where it is another one than before. Never changed once it is in the accounts. */
const balanceSchema = new Schema(
  {
    /** `<import>:<row>:<kind>`. */
    _id: { type: String, required: true },
    schemaVersion,
    importId: { type: String, required: true },
    /** Of the file. */
    row: { type: Number, required: true },
    memberId: { type: String, required: true },
    kind: { type: String, enum: openingKinds, required: true },
    period: { type: String, default: null },
    item: { type: String, default: null },
    client: { type: String, default: null },
    on: { type: String, default: null },
    note: { type: String, default: null },
    /** What the balance is from then on. */
    amountFen: { type: Number, required: true, validate: Number.isSafeInteger },
    /** By how much that is another one than before; what it was when the table was read until it is posted. */
    changeFen: { type: Number, required: true, validate: Number.isSafeInteger },
    /** The number of its table once it is in the accounts; null before. */
    number: { type: Number, default: null },
  },
  { collection: "openingBalances", ...options },
);
balanceSchema.index({ importId: 1, memberId: 1, _id: 1 });
balanceSchema.index({ importId: 1, number: 1, memberId: 1 });
balanceSchema.index({ memberId: 1, number: 1 });
balanceSchema.index({ number: 1 });

export type BalanceRecord = InferRawDocTypeFromSchema<typeof balanceSchema>;
export const BalanceModel = model<BalanceRecord>("OpeningBalance", balanceSchema as unknown as Schema<BalanceRecord>);

/** What the company has of all that: one document, so that one table is decided on at a time. */
const bookSchema = new Schema(
  {
    _id: { type: String, required: true },
    schemaVersion,
    /** The import that waits, or is being posted; null where none is. */
    openId: { type: String, default: null },
    lastNumber: { type: Number, required: true },
    /** What is in the accounts together, and of how many members: written with what is put there. */
    sums: { type: sumsSchema, required: true },
    membersCount: { type: Number, required: true },
    /** Who has said that there is nothing to bring along, and when in business time. */
    none: { type: whoSchema, default: null },
    noneAt: { type: Date, default: null },
    revision: { type: Number, required: true },
  },
  { collection: "openingBooks", ...options },
);
bookSchema.index({ _id: 1, revision: 1 });

export type BookRecord = InferRawDocTypeFromSchema<typeof bookSchema>;
export const BookModel = model<BookRecord>("OpeningBook", bookSchema as unknown as Schema<BookRecord>);
