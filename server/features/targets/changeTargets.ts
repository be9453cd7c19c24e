import type { ClientSession } from "mongoose";
import { actorNameOf, type Actor } from "@shared/domain/actor";
import type { Period } from "@shared/domain/time";
import { insert, updateAtRevision } from "../../db";
import { TargetModel, type TargetRecord } from "./targetModel";
import { targetIdOf } from "./targets";
import { TargetVersionModel } from "./targetVersionModel";

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
    else {
      const empty = { valueFen: null, remainder: null, draft: null, publishedAt: null };
      await insert(TargetModel, { _id, subjectId, measure, period, ...empty, ...set, revision }, session);
    }
    if (!version) continue;
    const id = `${_id}:${revision}`;
    const entry = { _id: id, targetId: _id, revision, ...version, by: actorNameOf(actor), at };
    await insert(TargetVersionModel, entry, session);
  }
}
