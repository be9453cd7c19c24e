import type { AnswerOf, QueryOf } from "@shared/contracts";
import { businessDayOf, daysOf, type Period, previousPeriod } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import type { Deps } from "../../deps";
import { allow, type MemberActor } from "../../http";
import { findMembers, type Member, unitAndAbove } from "../members";
import { levelsBelow, type Levels, type Places, treeIn } from "./places";
import { readInterest } from "./ownInterest";
import {
  type Interest,
  mayChangeRunningTargets,
  mayPublishTarget,
  mayReadAllTargets,
  mayReadTarget,
  maySetTarget,
  type TargetPlace,
} from "./policy";
import type { TargetRecord } from "./targetModel";
import { recordsOf, targetsOf } from "./targets";

type Answer = AnswerOf<"targets.level">;
type Line = Answer["rows"][number];

/** As many as one publication takes. */
const levelsMax = 50;

/** Levels of a period's targets as somebody may see and set them. */
export interface LevelsSeen {
  actor: MemberActor;
  period: Period;
  units: Places["units"];
  /** The unit whose level is first; null above the company. */
  unitId: string | null;
  levels: Levels;
  records: ReadonlyMap<string, TargetRecord>;
  lastFen: ReadonlyMap<string, number>;
  /** The people on these levels. */
  members: ReadonlyMap<string, Member>;
  interest: Interest;
  placeOf: (subjectId: string) => TargetPlace;
}

/**
 * What somebody may see of a unit's targets and of those below.
 * @throws AppError "right.missing", "target.subjectUnknown"
 */
export async function readLevels(
  actor: MemberActor,
  { measure, period, unitId: wanted }: { measure: string; period: Period; unitId: string | null },
  now: Date,
): Promise<LevelsSeen> {
  const [units, interest] = await Promise.all([treeIn(period), readInterest(actor, period, businessDayOf(now))]);
  const top = [...units.values()].find(({ parentId }) => !units.has(parentId ?? ""))?.unitId ?? "";
  const seesAll = mayReadAllTargets(actor) || interest.decides(top);
  // Leaders begin with what they lead.
  const unitId = wanted ?? (seesAll ? null : (actor.leads[0] ?? null));
  const above = unitId === null ? [] : unitAndAbove(units, unitId).map((unit) => unit.unitId);
  allow(
    seesAll || (unitId !== null && mayReadTarget(actor, { subjectId: unitId, above })),
    "targets are seen by HR, finance and leaders",
  );
  if (unitId !== null && !units.has(unitId)) throw new AppError("target.subjectUnknown", `no unit ${unitId}`);
  const levels = await levelsBelow(unitId, period, units);
  const parentOf = new Map([...levels].flatMap(([parentId, ids]) => ids.map((id) => [id, parentId] as const)));
  const subjectIds = [...parentOf.keys(), ...(unitId === null ? [] : [unitId])];
  const [records, lastFen, members] = await Promise.all([
    recordsOf(subjectIds, measure, period),
    targetsOf(subjectIds, measure, previousPeriod(period)),
    findMembers([...parentOf.keys()].filter((id) => !units.has(id))),
  ]);
  const placeOf = (subjectId: string): TargetPlace => {
    const parentId = parentOf.get(subjectId) ?? units.get(subjectId)?.parentId ?? null;
    const path = parentId === null ? [] : unitAndAbove(units, parentId).map((unit) => unit.unitId);
    return { subjectId, above: path };
  };
  return { actor, period, units, unitId, levels, records, lastFen, members, interest, placeOf };
}

/** Those who have no target yet, had one last month, have not left, and may be given one by the reader. */
export function toCarryOver(seen: LevelsSeen): string[] {
  const { actor, units, levels, records, lastFen, members, interest, placeOf } = seen;
  const isHere = (id: string) => units.has(id) || members.get(id)?.active === true;
  const isWithout = (record?: TargetRecord) => (record?.valueFen ?? null) === null && (record?.draft ?? null) === null;
  return [...levels.values()]
    .flat()
    .filter(
      (id) => lastFen.has(id) && isHere(id) && isWithout(records.get(id)) && maySetTarget(actor, placeOf(id), interest),
    );
}

/** One level of a month's targets, see the contract. @throws as `readLevels` */
export async function readLevel(
  deps: Pick<Deps, "clock">,
  { actor, query }: { actor: MemberActor; query: QueryOf<"targets.level"> },
): Promise<Answer> {
  const now = deps.clock.now();
  const { period } = query;
  const seen = await readLevels(actor, { ...query, unitId: query.unitId ?? null }, now);
  const { units, unitId, levels, records, lastFen, members, interest, placeOf } = seen;
  const nameOf = (id: string) => units.get(id)?.name ?? members.get(id)?.name ?? id;

  const mayBePublished = (id: string) =>
    records.get(id)?.draft ? mayPublishTarget(actor, placeOf(id), interest) : false;
  const maySet = (id: string) => maySetTarget(actor, placeOf(id), interest);
  const valueOf = (id: string, withDraft: boolean) =>
    (withDraft ? records.get(id)?.draft?.valueFen : undefined) ?? records.get(id)?.valueFen ?? null;
  const restOf = (parentFen: number | null, ids: readonly string[], counts: (id: string) => boolean) => {
    const given = ids.map((id) => valueOf(id, counts(id))).filter((fen) => fen !== null);
    return { isGiven: given.length > 0, restFen: (parentFen ?? 0) - given.reduce((sum, fen) => sum + fen, 0) };
  };
  const keptOf = (id: string): number => records.get(id)?.remainder?.valueFen ?? 0;
  const leftOf = (id: string): number | null => {
    const parentFen = valueOf(id, maySet(id));
    const { isGiven, restFen } = restOf(parentFen, levels.get(id) ?? [], maySet);
    return parentFen === null || !isGiven ? null : restFen - keptOf(id);
  };
  const isTeam = (id: string): boolean => units.get(id)?.kind === "team";
  const hasTeam = (id: string): boolean => isTeam(id) || (levels.get(id) ?? []).some(hasTeam);
  const isOfTeam = (id: string): boolean => (units.has(id) ? hasTeam(id) : isTeam(placeOf(id).above[0] ?? ""));
  const lineOf = (id: string): Line => {
    const record = records.get(id);
    const draft = maySet(id) && record?.draft ? record.draft : null;
    const planned = [lastFen.get(id) ?? null, record?.valueFen ?? null, record?.draft ?? null];
    const sellsNothing = !isOfTeam(id) && planned.every((one) => one === null);
    return {
      subjectId: id,
      isUnit: units.has(id),
      name: nameOf(id),
      lastFen: lastFen.get(id) ?? null,
      valueFen: record?.valueFen ?? null,
      ...(sellsNothing && { sellsNothing }),
      draft: draft && { valueFen: draft.valueFen, reason: draft.reason ?? null },
      revision: record?.revision ?? 0,
      maySet: maySet(id),
      leftFen: leftOf(id),
      keptFen: keptOf(id),
    };
  };

  const all = [...levels].flatMap(([parentId, ids]): Answer["publication"]["levels"] => {
    const changed = ids.filter(mayBePublished);
    // The unit's own target is proposed on the level above: what is published here hangs on the one in force.
    const goesAlong = parentId !== null && parentId !== unitId && mayBePublished(parentId);
    const parentFen = parentId === null ? null : valueOf(parentId, goesAlong);
    const { isGiven, restFen } = restOf(parentFen, ids, mayBePublished);
    // A level that is in force has to follow what it hangs on.
    const follows = goesAlong && isGiven;
    if (changed.length === 0 && !follows) return [];
    const known = parentId === null ? null : records.get(parentId)?.remainder;
    return [
      {
        parentId,
        parentName: parentId === null ? null : nameOf(parentId),
        parentFen,
        restFen: parentId === null ? 0 : restFen,
        remainder: known ? { valueFen: known.valueFen, reason: known.reason } : null,
        targets: changed.map((id) => ({
          subjectId: id,
          name: nameOf(id),
          revision: records.get(id)?.revision ?? 0,
          beforeFen: records.get(id)?.valueFen ?? null,
          afterFen: valueOf(id, true) ?? 0,
        })),
      },
    ];
  });
  const shown = all.slice(0, levelsMax);
  const changedIds = shown.flatMap(({ targets }) => targets.map(({ subjectId }) => subjectId));
  const hasBegun = daysOf(period).from <= businessDayOf(now);
  const ids = levels.get(unitId) ?? [];
  return {
    period,
    hasBegun,
    path: unitId === null ? [] : pathOf(seen, unitId),
    parent: unitId === null ? null : lineOf(unitId),
    // Offices and their people are looked for last; nobody moves when a target is set.
    rows: [...ids.filter(isOfTeam), ...ids.filter((id) => !isOfTeam(id))].map(lineOf),
    carriedCount: toCarryOver(seen).length,
    publication: {
      may: !hasBegun || mayChangeRunningTargets(actor, changedIds, interest),
      levels: shown,
      ...presentPeople(peopleOf(changedIds, seen), nameOf),
      isWhole: shown.length === all.length,
    },
  };
}

/** What the reader may see of the way down to a unit. */
function pathOf({ actor, units, interest }: LevelsSeen, unitId: string): Answer["path"] {
  const path = unitAndAbove(units, unitId).reverse();
  const isSeen = (id: string, above: string[]) =>
    mayReadTarget(actor, { subjectId: id, above }) || interest.decides(id);
  return path
    .filter((unit, index) =>
      isSeen(
        unit.unitId,
        path
          .slice(0, index)
          .map((one) => one.unitId)
          .reverse(),
      ),
    )
    .map((unit) => ({ unitId: unit.unitId, name: unit.name }));
}

/** Whose progress goes by these: members among them, and those of the teams among them and below. People of an office sell nothing. */
function peopleOf(subjectIds: readonly string[], { units, levels }: LevelsSeen): string[] {
  const found = new Set<string>();
  const addBelow = (unitId: string): void => {
    const isTeam = units.get(unitId)?.kind === "team";
    for (const id of levels.get(unitId) ?? []) {
      if (units.has(id)) addBelow(id);
      else if (isTeam) found.add(id);
    }
  };
  for (const id of subjectIds) {
    if (units.has(id)) addBelow(id);
    else found.add(id);
  }
  return [...found];
}

/** So many are named; of more the first ones, by name. */
const namedMax = 20;

const presentPeople = (memberIds: readonly string[], nameOf: (id: string) => string) => ({
  peopleCount: memberIds.length,
  peopleNames: memberIds
    .map(nameOf)
    .sort((a, b) => (a < b ? -1 : 1))
    .slice(0, namedMax),
});
