import { type InferRawDocTypeFromSchema, Schema, model } from "mongoose";
import { bookSums, type Posting } from "@shared/domain/pay";
import { schemaVersion } from "../../db";

const postingSchema = new Schema(
  {
    book: { type: String, enum: ["memorandum", "money"], required: true },
    account: { type: String, required: true },
    /** Debit above 0, credit below 0. */
    amountFen: { type: Number, required: true, validate: Number.isSafeInteger },
    /** The line of pay that it belongs to. */
    lineId: { type: String, required: true },
  },
  { _id: false, strict: "throw" },
);

const causeSchema = new Schema(
  { kind: { type: String, required: true }, id: { type: String, required: true } },
  { _id: false, strict: "throw" },
);

/** What one change of a statement, or one decision, did to the accounts. Written once: a wrong one is answered by another, never changed. */
const journalSchema = new Schema(
  {
    /** `<statement>:<revision>`, or by its cause: `opening:<import>:<member>:<kind>`. */
    _id: { type: String, required: true },
    schemaVersion,
    memberId: { type: String, required: true },
    /** The month that it is booked in. */
    period: { type: String, required: true },
    /** `<member>:<period>`, which is the statement's id too; null where no statement has changed. */
    repMonth: { type: String, default: null },
    /** The revision of the statement that it leads to; null with it. */
    revision: { type: Number, default: null },
    /** Why: a fact, the directory, or everything that one tick has brought together. */
    causes: { type: [causeSchema], required: true, validate: (causes: unknown[]) => causes.length > 0 },
    postings: { type: [postingSchema], required: true, validate: eachBookIsEven },
    /** Business time. */
    postedAt: { type: Date, required: true },
    /** Real time. */
    recordedAt: { type: Date, required: true },
  },
  { collection: "journals", strict: "throw", autoIndex: false, versionKey: false },
);
journalSchema.index({ repMonth: 1 });
journalSchema.index({ memberId: 1, repMonth: 1 });

/** An account gets nothing that no other gives: refused before it is stored. */
function eachBookIsEven(postings: Posting[]): boolean {
  const sums = bookSums({ postings });
  return sums.memorandum === 0 && sums.money === 0;
}

const changes = ["updateOne", "updateMany", "findOneAndUpdate", "replaceOne", "deleteOne", "deleteMany"] as const;
journalSchema.pre([...changes], () => {
  throw new Error("journals are only ever added");
});

// The raw type: what is read with lean() and inserted is plain, its postings and causes too.
export type JournalRecord = InferRawDocTypeFromSchema<typeof journalSchema>;
export const JournalModel = model<JournalRecord>("Journal", journalSchema as unknown as Schema<JournalRecord>);
