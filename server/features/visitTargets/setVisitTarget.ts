import type { AnswerOf, BodyOf } from "@shared/contracts";
import { type Actor, actorNameOf, type MemberActor } from "@shared/domain/actor";
import {
  addDays,
  type BusinessDay,
  businessDayOf,
  daysOf,
  type Month,
  monthOf,
  nextPeriod,
  weekdayOf,
} from "@shared/domain/time";
import { mondayOf } from "@shared/domain/visitTarget";
import { AppError } from "@shared/errors";
import { command, insert } from "../../db";
import type { Deps } from "../../deps";
import { allow } from "../../http";
import { emitAll } from "../../outbox";
import { findUnits, membersOfUnitsDuring, unitAndAbove, unitAndBelow } from "../members";
import { targetPublished } from "../targets";
import { visitTargetSaid } from "./events";
import { VisitTargetModel, type VisitTargetRecord } from "./visitTargetModel";
import { inForce, nearestSaid, targetsOfUnit, unitsSaidOf } from "./visitTargets";

export const visitsMeasure = "visits.effective";

type Standing = AnswerOf<"visitTargets.read">;

/** Who leads a unit or one above it, and HR. @param path the unit and those above it */
export const mayReadVisitTarget = (actor: Pick<MemberActor, "roles" | "leads">, path: readonly string[]): boolean =>
  actor.roles.some((role) => role === "hr" || role === "auditor") ||
  path.some((unitId) => actor.leads.includes(unitId));

/**
 * The first Monday from which somebody may set it: HR this week's, leaders the next one's, so that nobody changes a week that runs; nobody
 * for themselves.
 */
export function settableFrom(
  actor: MemberActor,
  path: readonly string[],
  below: readonly string[],
  today: BusinessDay,
): BusinessDay | null {
  const isOwn = actor.roles.includes("rep") && actor.teamId !== null && below.includes(actor.teamId);
  if (isOwn) return null;
  if (actor.roles.includes("hr")) return mondayOf(today);
  return path.some((unitId) => actor.leads.includes(unitId)) ? addDays(mondayOf(today), 7) : null;
}

/** The unit and those above it, the nearest first, and it with those below. @throws AppError "unit.unknown" */
export async function pathOf(
  unitId: string,
): Promise<{ path: string[]; below: string[]; nameOf: (unitId: string) => string }> {
  const units = await findUnits();
  if (!units.has(unitId)) throw new AppError("unit.unknown", `no unit ${unitId}`);
  return {
    path: unitAndAbove(units, unitId).map((unit) => unit.unitId),
    below: unitAndBelow(units, unitId).map((unit) => unit.unitId),
    nameOf: (id) => units.get(id)?.name ?? id,
  };
}

interface StandingParts {
  /** What was said of the unit itself. */
  own: readonly VisitTargetRecord[];
  /** Where nothing was: of the nearest one above. */
  above?: { name: string; records: readonly VisitTargetRecord[] } | null;
  today: BusinessDay;
  from: BusinessDay | null;
}

export function presentStanding({ own, above = null, today, from }: StandingParts): Standing {
  const versions = inForce(own.length > 0 ? own : (above?.records ?? []));
  return {
    ofUnitName: own.length > 0 ? null : (above?.name ?? null),
    now: versions.filter((one) => one.from <= today).at(-1)?.perWeek ?? null,
    next: versions.find((one) => one.from > today) ?? null,
    settableFrom: from,
    revision: own.length,
  };
}

/**
 * Says what is expected from a Monday on. Whose pay goes by it is priced anew. May be repeated.
 * @throws AppError "right.missing", "unit.unknown", "stale", "input.invalid" for a day that is no Monday, or one too early
 */
export function setVisitTarget(
  deps: Pick<Deps, "clock" | "realNow">,
  { actor, unitId, body }: { actor: MemberActor; unitId: string; body: BodyOf<"visitTargets.set"> },
): Promise<AnswerOf<"visitTargets.set">> {
  const { commandId, revision, from, perWeek } = body;
  const queue = `visitTargets:${unitId}`;
  return command({ actor, commandId, kind: "visitTargets.set", body: { ...body, unitId }, queue }, async () => {
    const now = deps.clock.now();
    const today = businessDayOf(now);
    const [{ path, below }, records] = await Promise.all([pathOf(unitId), targetsOfUnit(unitId)]);
    const first = settableFrom(actor, path, below, today);
    allow(first !== null, "leaders and HR say how many visits are expected");
    if (records.length !== revision)
      throw new AppError("stale", `${unitId} is at ${records.length}, not ${revision}`, { revision: records.length });
    if (weekdayOf(from) !== 1 || from < (first ?? "") || from > addDays(today, 366))
      throw new AppError("input.invalid", "a Monday that may still be set", {
        fields: [{ field: "from", code: "visitTarget.from" }],
      });
    const record = newRecord(actor, { unitId, revision: revision + 1, from, perWeek, at: now });
    const said = { below, from, revision: record.revision, unitId };
    const [pricing, telling] = await Promise.all([
      pricingEvents(said, monthOf(today)),
      tellingEvents(record, { path, below, records, byName: actor.name, today }),
    ]);
    const events = [...pricing, ...telling];
    return {
      answer: { target: presentStanding({ own: [...records, record], today, from: first }) },
      audit: { action: "visitTarget.set", subject: unitId, at: now, detail: { from, perWeek } },
      write: async (session) => {
        await insert(VisitTargetModel, record, session);
        await emitAll(events, session, deps.realNow());
      },
    };
  });
}

export const newRecord = (
  actor: Actor,
  { unitId, revision, ...said }: Pick<VisitTargetRecord, "unitId" | "revision" | "from" | "perWeek" | "at">,
): VisitTargetRecord => ({
  ...{ _id: `${unitId}:${revision}`, schemaVersion: 1, unitId, revision },
  ...said,
  by: actorNameOf(actor),
});

/** The months from the first one that it reaches to the running one: later ones are priced as they begin. */
async function pricingEvents(
  { below, from, revision, unitId }: { below: string[]; from: BusinessDay; revision: number; unitId: string },
  running: Month,
) {
  const events = [];
  for (let period = monthOf(from); period <= running; period = nextPeriod(period)) {
    const subjectIds = await membersOfUnitsDuring(below, daysOf(period));
    if (subjectIds.length === 0) continue;
    const cause = `visitTarget:${unitId}:${revision}:${period}`;
    const payload = { measure: visitsMeasure, period, subjectIds };
    events.push(targetPublished.of({ partition: `visitTarget:${unitId}`, cause, payload }));
  }
  return events;
}

/** So many people are told by one event. */
const toldAtOnce = 200;

/**
 * Whom to tell of it: those of whose team nothing nearer was said, where something else is expected of them by it. Who says it knows.
 */
async function tellingEvents(
  { _id, unitId, from, perWeek, by, at }: VisitTargetRecord,
  {
    path,
    below,
    records,
    byName,
    today,
  }: { path: string[]; below: string[]; records: VisitTargetRecord[]; byName: string; today: BusinessDay },
) {
  const before = records.length > 0 ? records : ((await nearestSaid(path.slice(1)))?.records ?? []);
  const beforePerWeek =
    inForce(before)
      .filter((one) => one.from <= from)
      .at(-1)?.perWeek ?? null;
  if (beforePerWeek === (perWeek ?? null)) return [];
  const [units, nearer] = await Promise.all([findUnits(), unitsSaidOf(below.filter((id) => id !== unitId))]);
  const goesBy = (id: string) =>
    unitAndAbove(units, id).find((unit) => unit.unitId === unitId || nearer.has(unit.unitId));
  const reached = below.filter((id) => goesBy(id)?.unitId === unitId);
  const everybody = await membersOfUnitsDuring(reached, { from: today, to: today });
  const memberIds = everybody.filter((id) => id !== by.id);
  const events = [];
  for (let first = 0; first < memberIds.length; first += toldAtOnce) {
    const payload = {
      ...{ unitId, from, perWeek: perWeek ?? null, beforePerWeek, byId: by.id, byName, at: at.toISOString() },
      memberIds: memberIds.slice(first, first + toldAtOnce),
    };
    const about = { partition: `visitTarget:${unitId}`, cause: `visitTarget:${_id}`, part: String(first) } as const;
    events.push(visitTargetSaid.of({ ...about, payload }));
  }
  return events;
}
