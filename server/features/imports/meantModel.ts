import { type ClientSession, type InferRawDocTypeFromSchema, model, Schema } from "mongoose";
import { remove, replace, schemaVersion } from "../../db";
import type { Fenced } from "./types";

/** What the rows of a part of a table mean, such as clients: the rows behind them are held against it, however far away they are. */
const meantSchema = new Schema(
  {
    /** `<import>:<row>`, its first row with leading zeros. */
    _id: { type: String, required: true },
    schemaVersion,
    importId: { type: String, required: true },
    meant: {
      type: [
        new Schema(
          { key: { type: String, required: true }, row: { type: Number, required: true } },
          { _id: false, strict: "throw" },
        ),
      ],
      required: true,
    },
    createdAt: { type: Date, required: true },
  },
  { collection: "importMeant", strict: "throw", autoIndex: false, versionKey: false },
);
meantSchema.index({ importId: 1, "meant.key": 1 });
meantSchema.index({ createdAt: 1 });

type MeantRecord = InferRawDocTypeFromSchema<typeof meantSchema>;
export const MeantModel = model<MeantRecord>("ImportMeant", meantSchema as unknown as Schema<MeantRecord>);

/** The first row that has meant each of these things, as far as the import has come. */
export async function meantBefore(importId: string, keys: readonly string[]): Promise<Map<string, number>> {
  const wanted = new Set(keys);
  const found = await MeantModel.find({ importId, "meant.key": { $in: [...wanted] } }).lean<MeantRecord[]>();
  return new Map(
    found
      .flatMap(({ meant }) => meant)
      .filter(({ key }) => wanted.has(key))
      .sort((a, b) => b.row - a.row)
      .map(({ key, row }) => [key, row]),
  );
}

export function noteMeant(record: Omit<MeantRecord, "schemaVersion">, session: ClientSession): void {
  if (record.meant.length > 0) replace(MeantModel, { ...record, schemaVersion: 1 }, session);
}

/** What an earlier look or try has noted. */
export async function forgetMeant(importId: string, write: Fenced): Promise<void> {
  for (;;) {
    const parts = await MeantModel.find({ importId }, { _id: 1 }).limit(100).lean<{ _id: string }[]>();
    if (parts.length === 0) return;
    await write((session) => {
      for (const { _id } of parts) remove(MeantModel, { _id }, session);
      return Promise.resolve();
    });
  }
}
