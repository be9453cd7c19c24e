import { type ClientSession, type InferRawDocTypeFromSchema, model, Schema } from "mongoose";
import { remove, replace, schemaVersion } from "../../db";
import type { Fenced } from "./types";

/** That a row of a table has meant something, such as a client: the rows behind it are held against it, however far away they are. */
const meantSchema = new Schema(
  {
    /** `<import>:<what was meant>`: a document for each, so that a long table costs no more for each row than a short one. */
    _id: { type: String, required: true },
    schemaVersion,
    importId: { type: String, required: true },
    /** The first row. */
    row: { type: Number, required: true },
    createdAt: { type: Date, required: true },
  },
  { collection: "importMeant", strict: "throw", autoIndex: false, versionKey: false },
);
meantSchema.index({ importId: 1 });
meantSchema.index({ createdAt: 1 });

type MeantRecord = InferRawDocTypeFromSchema<typeof meantSchema>;
export const MeantModel = model<MeantRecord>("ImportMeant", meantSchema as unknown as Schema<MeantRecord>);

/** The first row that has meant each of these things, as far as the import has come. */
export async function meantBefore(importId: string, keys: readonly string[]): Promise<Map<string, number>> {
  const ids = [...new Set(keys)].map((key) => `${importId}:${key}`);
  const found = await MeantModel.find({ _id: { $in: ids } }).lean<MeantRecord[]>();
  return new Map(found.map(({ _id, row }) => [_id.slice(importId.length + 1), row]));
}

export function noteMeant(
  importId: string,
  meant: readonly { key: string; row: number }[],
  createdAt: Date,
  session: ClientSession,
): void {
  for (const { key, row } of meant)
    replace(MeantModel, { _id: `${importId}:${key}`, schemaVersion: 1, importId, row, createdAt }, session);
}

/** What an earlier look or try has noted. */
export async function forgetMeant(importId: string, write: Fenced): Promise<void> {
  for (;;) {
    const some = await MeantModel.find({ importId }, { _id: 1 }).limit(1_000).lean<{ _id: string }[]>();
    if (some.length === 0) return;
    await write((session) => {
      for (const { _id } of some) remove(MeantModel, { _id }, session);
      return Promise.resolve();
    });
  }
}
