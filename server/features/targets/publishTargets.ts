import type { AnswerOf, BodyOf } from "@shared/contracts";
import type { Actor } from "@shared/domain/actor";
import { decompositionOf, needsReason } from "@shared/domain/target";
import { businessDayOf, daysOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { command, commandIdOf } from "../../db";
import type { Deps } from "../../deps";
import { allow } from "../../http";
import { emit } from "../../outbox";
import { type TargetChange, writeTargets } from "./changeTargets";
import { targetPublished } from "./events";
import { readInterest } from "./ownInterest";
import { levelOf, type Places, readPlaces } from "./places";
import { type Interest, mayChangeRunningTargets, mayPublishTarget, paidByOwn } from "./policy";
import { refuseTwice, requireOthers, targetsQueue } from "./setTargets";
import type { TargetRecord } from "./targetModel";
import { recordsOf } from "./targets";

type Body = BodyOf<"targets.publish">;
type Level = Body["levels"][number];

/**
 * Puts proposals in force, all or none. Afterwards every published level that was touched adds up to the target above it, with
 * what it keeps back on purpose; the months of those concerned follow by an event.
 */
export function publishTargets(
  deps: Pick<Deps, "clock" | "realNow">,
  { actor, body }: { actor: Actor; body: Body },
): Promise<AnswerOf<"targets.publish">> {
  const { commandId, measure, period, levels } = body;
  return command({ actor, commandId, kind: "targets.publish", body, queue: targetsQueue(body) }, async () => {
    const at = deps.clock.now();
    const listed = levels.flatMap(({ targets }) => targets);
    const listedIds = listed.map(({ subjectId }) => subjectId);
    const parentIds = levels.flatMap(({ parentId }) => (parentId === null ? [] : [parentId]));
    refuseTwice(listedIds, "levels");
    refuseTwice(parentIds, "levels");
    const places = await readPlaces([...listedIds, ...parentIds], period);
    const interest = await readInterest(actor, period, businessDayOf(at));
    for (const level of levels) requireRight(actor, level, places, interest);

    const members = new Map<string, string[]>();
    // A unit that is published now may have a published level below it that is not part of this publication.
    for (const unitId of new Set([...parentIds, ...listedIds.filter((id) => places.units.has(id))]))
      members.set(unitId, await levelOf(unitId, period, places));
    const before = await recordsOf(
      [...new Set([...listedIds, ...parentIds, ...[...members.values()].flat()])],
      measure,
      period,
    );

    const changed = listed.filter(({ subjectId, revision }) => willChange(before.get(subjectId), revision));
    const changedIds = new Set(changed.map(({ subjectId }) => subjectId));
    const mayInRunningMonth = mayChangeRunningTargets(actor, [...changedIds], interest);
    const changes = changed.map(({ subjectId }) => ({ beforeFen: before.get(subjectId)?.valueFen ?? null }));
    if (changed.length > 0) refuseInRunningMonth(mayInRunningMonth, changes, { body, at });
    const valueAfter = (subjectId: string): number | null => {
      const record = before.get(subjectId);
      return (changedIds.has(subjectId) ? record?.draft?.valueFen : record?.valueFen) ?? null;
    };
    const countedOf = (subjectIds: readonly string[]): Counted[] =>
      subjectIds.flatMap((subjectId) => {
        const valueFen = valueAfter(subjectId);
        return valueFen === null ? [] : [{ subjectId, valueFen, isListed: listedIds.includes(subjectId) }];
      });
    for (const { parentId, remainder } of levels) {
      if (parentId === null) continue;
      const parentFen = valueAfter(parentId);
      if (parentFen === null) throw new AppError("target.parentUnpublished", `${parentId} has no target in force`);
      const level = { parentId, parentFen, counted: countedOf(members.get(parentId) ?? []), remainder };
      requireSum("target.notAddedUp", level, places);
    }
    for (const subjectId of changedIds) {
      const below = members.get(subjectId);
      const parentFen = valueAfter(subjectId);
      if (!below || parentFen === null || parentIds.includes(subjectId)) continue;
      const counted = countedOf(below);
      if (counted.length === 0) continue;
      const remainder = before.get(subjectId)?.remainder ?? null;
      requireSum("target.levelBelow", { parentId: subjectId, parentFen, counted, remainder }, places);
    }

    const written = changesOf(body, before, changedIds, at);
    return {
      answer: { changedCount: changedIds.size, unchangedCount: listed.length - changedIds.size },
      audit: {
        action: "targets.publish",
        subject: `targets:${measure}:${period}`,
        at,
        detail: {
          ...{ subjectIds: [...changedIds], parentIds, reason: body.reason },
          ...paidByOwn([...changedIds], interest),
        },
      },
      write: async (session) => {
        await writeTargets(written, { before, measure, period, actor, at }, session);
        if (changedIds.size === 0) return;
        const targets = [...changedIds].flatMap((subjectId) => {
          const afterFen = valueAfter(subjectId);
          const beforeFen = before.get(subjectId)?.valueFen ?? null;
          return afterFen === null ? [] : [{ subjectId, isUnit: places.units.has(subjectId), beforeFen, afterFen }];
        });
        const publication = { byId: actor.id, at: at.toISOString(), reason: body.reason, targets };
        const payload = { measure, period, subjectIds: [...changedIds], publication };
        const cause = commandIdOf({ actor, commandId });
        const partition = `targets:${period}` as const;
        await emit(targetPublished.of({ payload, partition, cause }), session, deps.realNow());
      },
    };
  });
}

/** Leaders publish below a unit that they lead, and nobody what is their own. */
function requireRight(actor: Actor, { parentId, targets }: Level, { places }: Places, interest: Interest): void {
  for (const { subjectId } of targets) {
    const place = places.get(subjectId) ?? { subjectId, above: [] };
    requireOthers(actor, place, interest);
    allow(mayPublishTarget(actor, place, interest), "targets are published by HR and by leaders above");
    if (!places.has(subjectId)) throw new AppError("target.subjectUnknown", `no member or unit ${subjectId}`);
    if ((place.above[0] ?? null) !== parentId)
      throw new AppError("target.notUnderParent", `${subjectId} does not hang on ${parentId ?? "nothing"}`);
  }
  if (parentId === null) return;
  // What a level keeps back is a decision about the level.
  allow(
    mayPublishTarget(actor, { subjectId: "", above: [parentId, ...(places.get(parentId)?.above ?? [])] }, interest),
  );
  if (!places.has(parentId)) throw new AppError("target.subjectUnknown", `no unit ${parentId}`);
}

/** Whether this publication changes a target; what is in force as proposed may be published again. */
function willChange(record: TargetRecord | undefined, revision: number): boolean {
  if (!record || (record.valueFen === null && record.draft === null))
    throw new AppError("target.notSet", "a target that nobody has set cannot be published");
  if (!record.draft) return false;
  if (record.revision !== revision)
    throw new AppError("stale", `the target ${record._id} was changed meanwhile`, { revision: record.revision });
  return true;
}

/** The first target of a month that has begun changes pay as another one does: a factor that had no target gets one. It is HR's, too. */
function refuseInRunningMonth(
  may: boolean,
  changed: readonly { beforeFen: number | null }[],
  { body, at }: { body: Body; at: Date },
): void {
  const hasBegun = daysOf(body.period).from <= businessDayOf(at);
  if (!hasBegun || (may && (body.reason !== null || !needsReason(hasBegun, changed)))) return;
  throw new AppError("target.runningPeriod", "the month has begun: HR changes its targets, with a reason");
}

/** A target that is part of a level's sum. */
interface Counted {
  subjectId: string;
  valueFen: number;
  /** Whether this publication names it; the others are in force already. */
  isListed: boolean;
}

interface SumOfLevel {
  parentId: string;
  parentFen: number;
  counted: readonly Counted[];
  remainder: { valueFen: number } | null;
}

/** The refusal names what is in the sum without having been listed, since whoever publishes may not think of it. */
function requireSum(
  code: "target.notAddedUp" | "target.levelBelow",
  { parentId, parentFen, counted, remainder }: SumOfLevel,
  { units }: Places,
): void {
  const parts = [...counted.map(({ valueFen }) => valueFen), remainder?.valueFen ?? 0];
  const { unallocatedFen, complete } = decompositionOf(parentFen, parts);
  if (complete) return;
  const nameOf = (subjectId: string) => [units.get(subjectId)?.name, subjectId].filter(Boolean).join(" ");
  const named = counted
    .filter(({ isListed }) => !isListed)
    .slice(0, 20)
    .map(({ subjectId, valueFen }) => `${nameOf(subjectId)} ${valueFen} fen`);
  const more = named.length === 0 ? "" : `; in force already, and counted: ${named.join(", ")}`;
  const reason = `the level below ${parentId} is off by ${unallocatedFen} fen${more}`;
  throw new AppError(code, reason, { parentId, unallocatedFen, counted });
}

/**
 * The writes, one for each target. A parent goes up by a revision with its level, also where nothing about it changes: else
 * somebody who changes it at the same moment would not notice that the level has been summed up to the old value.
 */
function changesOf(
  { levels, reason }: Body,
  before: ReadonlyMap<string, TargetRecord>,
  changedIds: ReadonlySet<string>,
  at: Date,
): TargetChange[] {
  const changes = new Map<string, TargetChange>();
  for (const subjectId of changedIds) {
    const draft = before.get(subjectId)?.draft;
    const valueFen = draft?.valueFen ?? null;
    changes.set(subjectId, {
      subjectId,
      set: { valueFen, draft: null, publishedAt: at },
      version: { action: "publish", valueFen, reason: reason ?? draft?.reason ?? null },
    });
  }
  for (const { parentId, remainder, targets } of levels) {
    if (parentId === null) continue;
    const known = before.get(parentId)?.remainder ?? null;
    const same = known?.valueFen === remainder?.valueFen && known?.reason === remainder?.reason;
    if (same && !targets.some(({ subjectId }) => changedIds.has(subjectId))) continue;
    const own = changes.get(parentId);
    changes.set(parentId, {
      subjectId: parentId,
      set: { ...own?.set, remainder },
      version:
        own?.version ??
        (same
          ? null
          : { action: "remainder", valueFen: remainder?.valueFen ?? null, reason: remainder?.reason ?? null }),
    });
  }
  return [...changes.values()];
}
