import { type InferSchemaType, Schema, model } from "mongoose";
import { addDays, businessDayOf, type Month, monthOf, startOfDay } from "@shared/domain/time";
import { isTable } from "@shared/domain/fileTypes";
import { schemaVersion } from "../db";
import type { Deps } from "../deps";
import { erasedBefore } from "./eraseFiles";
import { FileModel, type FileRecord } from "./fileModel";

/** What photos take on the disk, as it was counted at night. */
const photoUseSchema = new Schema(
  {
    /** There is one. */
    _id: { type: String, required: true },
    schemaVersion,
    countedAt: { type: Date, required: true },
    oldestAt: { type: Date, default: null },
    /** By the month in which they came, the newest first. */
    months: {
      type: [
        new Schema(
          {
            month: { type: String, required: true },
            count: { type: Number, required: true },
            bytes: { type: Number, required: true },
          },
          { _id: false, strict: "throw" },
        ),
      ],
      required: true,
    },
  },
  { collection: "photoUse", strict: "throw", autoIndex: false, versionKey: false },
);
type PhotoUseRecord = InferSchemaType<typeof photoUseSchema>;
const PhotoUseModel = model("PhotoUse", photoUseSchema);
const only = "photos";

/** What is to be printed or read as a table is nobody's photo, and soon gone; a signature or what was spoken lies here as long as a photo does. */
const isSheet = (type: FileRecord["type"]): boolean => type === "application/pdf" || isTable(type);
const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/** Counts at night what photos take, by what is known of each: no file is opened. In flat memory, however many there are. */
export async function countPhotoUse(at: Date): Promise<void> {
  const months = new Map<Month, { count: number; bytes: number }>();
  let oldestAt: Date | null = null;
  const fields = { bytes: 1, receivedAt: 1, type: 1 } as const;
  const all = FileModel.find({ keptUntil: { $gte: new Date(0) } }, fields).lean<
    Pick<FileRecord, "bytes" | "receivedAt" | "type">
  >();
  for await (const { bytes, receivedAt, type } of all.cursor()) {
    if (isSheet(type)) continue;
    const month = monthOf(businessDayOf(receivedAt));
    const before = months.get(month) ?? { count: 0, bytes: 0 };
    months.set(month, { count: before.count + 1, bytes: before.bytes + bytes });
    if (oldestAt === null || receivedAt < oldestAt) oldestAt = receivedAt;
  }
  const rows = [...months].map(([month, sums]) => ({ month, ...sums })).sort((a, b) => (a.month < b.month ? 1 : -1));
  const set = { schemaVersion: 1, countedAt: at, oldestAt, months: rows };
  await PhotoUseModel.updateOne({ _id: only }, { $set: set }, { upsert: true });
}

/** When photos are erased and counted, every night. */
export const photoNight = { hours: 2, minutes: 32 } as const;

function nextNight(now: Date): Date {
  const nightOf = (day: string) =>
    new Date(startOfDay(day).getTime() + (photoNight.hours * 60 + photoNight.minutes) * 60_000);
  const today = businessDayOf(now);
  return nightOf(today) > now ? nightOf(today) : nightOf(addDays(today, 1));
}

export interface PhotoUseNow {
  /** As it was counted last; null before the first night. */
  counted: {
    countedAt: string;
    oldestAt: string | null;
    months: { month: Month; count: number; bytes: number }[];
  } | null;
  /** What goes by a time: what is kept no longer then. */
  next: { at: string; count: number; bytes: number };
}

/** What photos took in the last night, and what the next one erases. */
export async function photoUse({ clock }: Pick<Deps, "clock">): Promise<PhotoUseNow> {
  const at = nextNight(clock.now());
  const [counted, going] = await Promise.all([
    PhotoUseModel.findOne({ _id: only }).lean<PhotoUseRecord | null>(),
    FileModel.aggregate<{ _id: FileRecord["type"]; count: number; bytes: number }>([
      { $match: { keptUntil: { $lt: erasedBefore(at) } } },
      { $group: { _id: "$type", count: { $sum: 1 }, bytes: { $sum: "$bytes" } } },
    ]),
  ]);
  const next = going.filter(({ _id }) => !isSheet(_id));
  return {
    counted: counted && {
      countedAt: counted.countedAt.toISOString(),
      oldestAt: counted.oldestAt?.toISOString() ?? null,
      months: counted.months.map(({ month, count, bytes }) => ({ month, count, bytes })),
    },
    next: {
      at: at.toISOString(),
      count: sumOf(next.map(({ count }) => count)),
      bytes: sumOf(next.map(({ bytes }) => bytes)),
    },
  };
}
