import { type BusinessDay, businessDayOf } from "@shared/domain/time";
import {
  firstVisitTypes,
  isOfType,
  shippedVersions,
  shippedVisitTypes,
  type VisitType,
  visitTypeKeyOf,
  type VisitTypeRef,
} from "@shared/domain/visitType";
import type { Deps } from "../../deps";
import { perProcess } from "../../lib/perProcess";
import { ShortCache } from "../../lib/shortCache";
import { VisitTypeModel, type VisitTypeRecord } from "./visitTypeModel";

/** A type as it is in force. */
export interface ConfiguredType extends VisitType {
  inUse: boolean;
  /** The day on which it was taken out of use, whatever was changed of it since; null where it is in use. */
  outOfUseOn: BusinessDay | null;
  /** See the model. */
  rank: number;
  /** Null: as it was shipped. */
  changed: { byName: string; at: Date } | null;
}

/**
 * Every type as it is in force, those out of use among them: what was put first, then the shipped ones, then in the order in which they
 * were added.
 */
export async function configuredTypes(): Promise<ConfiguredType[]> {
  const stored = await VisitTypeModel.find({}).lean<VisitTypeRecord[]>();
  stored.sort((a, b) => a.version - b.version);
  const newest = new Map(shippedVisitTypes.map((type): [string, ConfiguredType] => [type.typeId, ofShipped(type)]));
  const own = stored.filter(({ typeId }) => !newest.has(typeId));
  own.sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const record of [...stored.filter(({ typeId }) => newest.has(typeId)), ...own]) {
    const before = newest.get(record.typeId);
    // One of the number of a shipped one was written before that was shipped: it stays in force.
    if ((before?.version ?? 0) <= record.version)
      newest.set(record.typeId, ofRecord(record, before?.outOfUseOn ?? null));
  }
  return [...newest.values()].sort((a, b) => b.rank - a.rank);
}

const ofShipped = (type: VisitType): ConfiguredType => ({
  ...type,
  ...{ inUse: true, outOfUseOn: null, rank: 0, changed: null },
});

const ofRecord = (record: VisitTypeRecord, outOfUseBefore: BusinessDay | null): ConfiguredType => ({
  ...typeOf(record),
  inUse: record.inUse,
  rank: record.rank ?? 0,
  outOfUseOn: record.inUse ? null : (outOfUseBefore ?? businessDayOf(record.at)),
  changed: { byName: record.byName, at: record.at },
});

/** The types as they were at most 5 s ago: for what goes by the day. */
export const typesNow = perProcess(({ realNow }: Pick<Deps, "realNow" | "caches">) => {
  const cache = new ShortCache<ConfiguredType[]>({ realNow, keptMs: 5_000, entriesMax: 1 });
  return {
    read: (): Promise<ConfiguredType[]> => cache.get("types", configuredTypes),
    forget: (): void => cache.forget("types"),
  };
});

function typeOf({ typeId, version, name, steps, asksTimeOnSite, seenBy }: VisitTypeRecord): VisitType {
  return {
    typeId,
    version,
    name,
    steps: steps.map((step) => ({ ...step, isShort: step.isShort ?? false })),
    asksTimeOnSite,
    seenBy,
  };
}

/** By key, the versions that are named. Nothing is read where all of them are as they were shipped first. */
export async function visitTypesOf(refs: readonly VisitTypeRef[]): Promise<Map<string, VisitType>> {
  const isFirst = (ref: VisitTypeRef) => firstVisitTypes.some((type) => isOfType(type, ref));
  const ids = [...new Set(refs.filter((ref) => !isFirst(ref)).map(visitTypeKeyOf))];
  const stored = ids.length === 0 ? [] : await VisitTypeModel.find({ _id: { $in: ids } }).lean<VisitTypeRecord[]>();
  return new Map([...shippedVersions, ...stored.map(typeOf)].map((type) => [visitTypeKeyOf(type), type]));
}
