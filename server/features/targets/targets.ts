import type { TargetMeasure } from "@shared/domain/target";
import type { Period } from "@shared/domain/time";
import { byId } from "../../db";
import { TargetModel, type TargetRecord } from "./targetModel";
import { TargetVersionModel, type TargetVersionRecord } from "./targetVersionModel";

/** The measure that the month targets of this company are set in: confirmed sales, in fen. */
export const salesMeasure: TargetMeasure = "sales.confirmed";

export const targetIdOf = (subjectId: string, measure: string, period: Period) => `${subjectId}:${measure}:${period}`;

/** Targets in force, in fen by subject (member or unit); subjects without one are missing. */
export async function targetsOf(
  subjectIds: readonly string[],
  measure: string,
  period: Period,
): Promise<Map<string, number>> {
  const records = await recordsOf(subjectIds, measure, period);
  const inForce = [...records.values()].flatMap(({ subjectId, valueFen }) =>
    typeof valueFen === "number" ? [[subjectId, valueFen] as const] : [],
  );
  return new Map(inForce);
}

const targetRecords = byId<TargetRecord>(TargetModel);

/** What is stored by subject, proposals included. */
export async function recordsOf(
  subjectIds: readonly string[],
  measure: string,
  period: Period,
): Promise<Map<string, TargetRecord>> {
  const ids = subjectIds.map((subjectId) => targetIdOf(subjectId, measure, period));
  const targets = await Promise.all(ids.map((id) => targetRecords.get(id)));
  return new Map(targets.flatMap((target) => (target ? [[target.subjectId, target] as const] : [])));
}

const pageSize = 100;

/** A page of targets by id. @param subjectIds whose; null: everybody's */
export async function pageOfTargets(
  { measure, period, cursor }: { measure: string; period: Period; cursor?: string | undefined },
  subjectIds: readonly string[] | null,
): Promise<{ targets: TargetRecord[]; nextCursor: string | null }> {
  const found = subjectIds
    ? await pageOf(subjectIds.map((subjectId) => targetIdOf(subjectId, measure, period)))
    : await TargetModel.find({ measure, period, ...(cursor && { _id: { $gt: cursor } }) })
        .sort({ _id: 1 })
        .limit(pageSize + 1)
        .lean<TargetRecord[]>();
  const targets = found.slice(0, pageSize);
  return { targets, nextCursor: found.length > pageSize ? (targets.at(-1)?._id ?? null) : null };

  async function pageOf(ids: string[]): Promise<TargetRecord[]> {
    const later = ids.filter((id) => cursor === undefined || id > cursor);
    const records = await TargetModel.find({ _id: { $in: later } }).lean<TargetRecord[]>();
    return records.sort((a, b) => (a._id < b._id ? -1 : 1)).slice(0, pageSize + 1);
  }
}

const versionsMax = 200;

/** The newest versions of a target, oldest first. */
export async function versionsOf(targetId: string): Promise<TargetVersionRecord[]> {
  const newest = await TargetVersionModel.find({ targetId })
    .sort({ revision: -1 })
    .limit(versionsMax)
    .lean<TargetVersionRecord[]>();
  return newest.reverse();
}
