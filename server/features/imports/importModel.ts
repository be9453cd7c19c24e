import { type InferRawDocTypeFromSchema, model, Schema } from "mongoose";
import { importPurposes, importSources, importStates, rowResults } from "@shared/domain/importing";
import { schemaVersion } from "../../db";

const options = { _id: false, strict: "throw", minimize: false } as const;

const refusalSchema = new Schema(
  {
    code: { type: String, required: true },
    line: { type: Number, default: null },
    max: { type: Number, default: null },
  },
  options,
);

/** A table that somebody imports: what it was found to be, what was chosen, and what has become of it. */
const importSchema = new Schema(
  {
    /** Of the command that has begun it. */
    _id: { type: String, required: true },
    schemaVersion,
    purpose: { type: String, enum: importPurposes, required: true },
    source: { type: String, enum: importSources, required: true },
    memberId: { type: String, required: true },
    memberName: { type: String, required: true },
    /** As the phone calls it, of `memberId`. */
    fileId: { type: String, required: true },
    fileName: { type: String, required: true },
    fileHash: { type: String, required: true },
    state: { type: String, enum: importStates, required: true },
    /** What a person has said where the file was found to be otherwise (`ImportChoices`). */
    choices: { type: Schema.Types.Mixed, required: true },
    /** What the last look has found (`ImportFound`); null before it, and where there is nothing to choose. */
    found: { type: Schema.Types.Mixed, default: null },
    refusal: { type: refusalSchema, default: null },
    /** How many rows became what, in the last look or in the import; null where it was not looked at as it is chosen to be read. */
    counts: { type: Schema.Types.Mixed, default: null },
    /** What the rows that were read add up to, by names of the purpose's; null before a look. */
    sums: { type: Schema.Types.Mixed, default: null },
    /** The totals that the file states itself (`ControlTotal`), as they stood after the last look. */
    stated: { type: Schema.Types.Mixed, default: null },
    /** What the person has typed from her own books; null where the purpose asks for nothing. */
    typed: { type: Schema.Types.Mixed, default: null },
    /** The headings of the file, by which a mapping is remembered. */
    headings: { type: String, default: null },
    /** What was looked for or done last. */
    taskId: { type: String, required: true },
    /** Rows that wait for a person, to be mended and sent again; null where there are none. */
    errorFileId: { type: String, default: null },
    createdAt: { type: Date, required: true },
    /** When it was imported; null before. */
    ranAt: { type: Date, default: null },
    revision: { type: Number, required: true },
  },
  { collection: "imports", strict: "throw", autoIndex: false, versionKey: false, minimize: false },
);
importSchema.index({ memberId: 1, createdAt: -1 });
importSchema.index({ _id: 1, revision: 1 });
importSchema.index({ _id: 1, taskId: 1 });
importSchema.index({ purpose: 1, source: 1, headings: 1, ranAt: -1 });
importSchema.index({ createdAt: 1 });

export type ImportRecord = InferRawDocTypeFromSchema<typeof importSchema>;
export const ImportModel = model<ImportRecord>("Import", importSchema as unknown as Schema<ImportRecord>);

/** What has become of one row. */
const importRowSchema = new Schema(
  {
    /** `<import>:<row>`, the row with leading zeros. */
    _id: { type: String, required: true },
    schemaVersion,
    importId: { type: String, required: true },
    row: { type: Number, required: true },
    line: { type: Number, default: null },
    is: { type: String, enum: rowResults, required: true },
    /** Why it is left out, or waits. */
    why: { type: String, default: null },
    /** What it is called, as far as that could be read. */
    name: { type: String, default: null },
    /** Whom it has become, or the one that it may be. */
    customerId: { type: String, default: null },
    column: { type: String, default: null },
    value: { type: String, default: null },
    other: { type: String, default: null },
    otherRow: { type: Number, default: null },
    candidates: { type: [String], required: true },
    /** Where its value has to be one of a list: all of them. */
    allowed: { type: [String], default: [] },
    notices: { type: [String], required: true },
    createdAt: { type: Date, required: true },
  },
  { collection: "importRows", strict: "throw", autoIndex: false, versionKey: false },
);
importRowSchema.index({ importId: 1, _id: 1 });
importRowSchema.index({ importId: 1, is: 1, _id: 1 });
importRowSchema.index({ createdAt: 1 });

export type ImportRowRecord = InferRawDocTypeFromSchema<typeof importRowSchema>;
export const ImportRowModel = model<ImportRowRecord>(
  "ImportRow",
  importRowSchema as unknown as Schema<ImportRowRecord>,
);
