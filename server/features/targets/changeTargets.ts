import type { ClientSession } from "mongoose";
import { actorNameOf, type Actor } from "@shared/domain/actor";
import type { Period } from "@shared/domain/time";
import { insert, insertAll, updateAtRevision } from "../../db";
import { TargetModel, type TargetRecord } from "./targetModel";
import { targetIdOf } from "./targets";
import { TargetVersionModel, type TargetVersionRecord } from "./targetVersionModel";

/** How a target is changed: what it will be, and what its history says of that. */
export interface TargetChange {
  subjectId: string;
  set: Partial<Pick<TargetRecord, "valueFen" | "remainder" | "draft" | "publishedAt">>;
  /** null: nothing about itself has changed; it only goes up by a revision, so that whoever reads its level meanwhile notices. */
  version: { action: "set" | "publish" | "remainder"; valueFen: number | null; reason: string | null } | null;
}

/** Changes targets where they are still as they were read, and adds to their history. */
export async function writeTargets(
  changes: readonly TargetChange[],
  parts: {
    before: ReadonlyMap<string, TargetRecord>;
    measure: string;
    period: Period;
    actor: Actor;
    at: Date;
  },
  session: ClientSession,
): Promise<void> {
  const { before, measure, period, actor, at } = parts;
  for (const { subjectId, set, version } of changes) {
    const known = before.get(subjectId);
    const _id = targetIdOf(subjectId, measure, period);
    const revision = (known?.revision ?? 0) + 1;
    if (known) await updateAtRevision(TargetModel, { id: _id, revision: known.revision, set }, session);
    else await insert(TargetModel, newTarget(subjectId, { measure, period, set, revision }), session);
    if (version) await insert(TargetVersionModel, versionOf(_id, revision, version, { actor, at }), session);
  }
}

/**
 * Puts targets in force that nobody has set before, in bulk and without telling those concerned: for a company that is filled
 * before its first month is priced. What the levels add up to is the caller's to see to.
 */
export async function openTargets(
  valuesFen: ReadonlyMap<string, number>,
  parts: { measure: string; period: Period; actor: Actor; at: Date },
): Promise<void> {
  const { measure, period, at } = parts;
  const targets = [...valuesFen].map(([subjectId, valueFen]) =>
    newTarget(subjectId, { measure, period, set: { valueFen, publishedAt: at }, revision: 1 }),
  );
  const versions = targets.map(({ _id, valueFen }) =>
    versionOf(_id, 1, { action: "publish", valueFen: valueFen ?? null, reason: null }, parts),
  );
  await insertAll(TargetVersionModel, versions);
  await insertAll(TargetModel, targets);
}

function newTarget(
  subjectId: string,
  { measure, period, set, revision }: { measure: string; period: Period; set: TargetChange["set"]; revision: number },
): Omit<TargetRecord, "schemaVersion"> {
  const empty = { valueFen: null, remainder: null, draft: null, publishedAt: null };
  return { _id: targetIdOf(subjectId, measure, period), subjectId, measure, period, ...empty, ...set, revision };
}

function versionOf(
  targetId: string,
  revision: number,
  version: NonNullable<TargetChange["version"]>,
  { actor, at }: { actor: Actor; at: Date },
): Omit<TargetVersionRecord, "schemaVersion"> {
  return { _id: `${targetId}:${revision}`, targetId, revision, ...version, by: actorNameOf(actor), at };
}
