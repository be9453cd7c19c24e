import { type InferSchemaType, model, Schema } from "mongoose";
import { questionStates } from "@shared/domain/visitQuestion";
import { schemaVersion } from "../../db";

/** A question to a colleague who works the same client: whether one may come. It stops nobody and changes no check-in. */
const questionSchema = new Schema(
  {
    /** See `questionIdOf`: one for each client, asker and day. */
    _id: { type: String, required: true },
    schemaVersion,
    customerId: { type: String, required: true },
    customerName: { type: String, required: true },
    on: { type: String, required: true },
    askerId: { type: String, required: true },
    askerName: { type: String, required: true },
    /** `<asker>:<day>`. */
    askerDay: { type: String, required: true },
    /** `<asker>:<period>`: whose month is exported. */
    askerMonth: { type: String, required: true },
    /** Who is asked. */
    memberId: { type: String, required: true },
    memberName: { type: String, required: true },
    state: { type: String, enum: questionStates, required: true },
    askedAt: { type: Date, required: true },
    answerUntil: { type: Date, required: true },
    answeredAt: { type: Date, default: null },
    /** What the colleague has said with the answer. */
    word: { type: String, default: null },
    /** Why the asker has gone all the same, and when they said so. */
    reason: { type: String, default: null },
    reasonAt: { type: Date, default: null },
    /** Position in lists: since when it waits, and its id. */
    sortKey: { type: String, required: true },
    revision: { type: Number, required: true },
  },
  { collection: "visitQuestions", strict: "throw", autoIndex: false, versionKey: false },
);
questionSchema.index({ customerId: 1, sortKey: -1 });
questionSchema.index({ askerDay: 1 });
questionSchema.index({ askerMonth: 1, sortKey: 1 });
questionSchema.index({ memberId: 1, state: 1, sortKey: 1 });
questionSchema.index({ state: 1, sortKey: 1 });
questionSchema.index({ askedAt: 1 });
questionSchema.index({ _id: 1, revision: 1 });

export type QuestionRecord = InferSchemaType<typeof questionSchema>;
export const QuestionModel = model("VisitQuestion", questionSchema);
