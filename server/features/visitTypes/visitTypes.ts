import {
  isOfType,
  shippedVisitTypes,
  type VisitType,
  visitTypeKeyOf,
  type VisitTypeRef,
} from "@shared/domain/visitType";
import { VisitTypeModel, type VisitTypeRecord } from "./visitTypeModel";

/** A type as it is in force. */
export interface ConfiguredType extends VisitType {
  inUse: boolean;
  /** Null: as it was shipped. */
  changed: { byName: string; at: Date } | null;
}

/** Every type as it is in force, those out of use among them: the shipped ones first, then in the order in which they were added. */
export async function configuredTypes(): Promise<ConfiguredType[]> {
  const stored = await VisitTypeModel.find({}).lean<VisitTypeRecord[]>();
  stored.sort((a, b) => a.version - b.version);
  const newest = new Map(shippedVisitTypes.map((type): [string, ConfiguredType] => [type.typeId, ofShipped(type)]));
  const own = stored.filter(({ typeId }) => !newest.has(typeId));
  own.sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const record of [...stored.filter(({ typeId }) => newest.has(typeId)), ...own])
    if ((newest.get(record.typeId)?.version ?? 0) < record.version) newest.set(record.typeId, ofRecord(record));
  return [...newest.values()];
}

const ofShipped = (type: VisitType): ConfiguredType => ({ ...type, inUse: true, changed: null });

const ofRecord = (record: VisitTypeRecord): ConfiguredType => ({
  ...typeOf(record),
  inUse: record.inUse,
  changed: { byName: record.byName, at: record.at },
});

function typeOf({ typeId, version, name, steps, asksTimeOnSite, seenBy }: VisitTypeRecord): VisitType {
  return { typeId, version, name, steps: [...steps], asksTimeOnSite, seenBy };
}

/** By key, the versions that are named. Nothing is read where all of them are shipped ones. */
export async function visitTypesOf(refs: readonly VisitTypeRef[]): Promise<Map<string, VisitType>> {
  const isShipped = (ref: VisitTypeRef) => shippedVisitTypes.some((type) => isOfType(type, ref));
  const ids = [...new Set(refs.filter((ref) => !isShipped(ref)).map(visitTypeKeyOf))];
  const stored = ids.length === 0 ? [] : await VisitTypeModel.find({ _id: { $in: ids } }).lean<VisitTypeRecord[]>();
  return new Map([...shippedVisitTypes, ...stored.map(typeOf)].map((type) => [visitTypeKeyOf(type), type]));
}
