import { type Absence, isAwayOn } from "@shared/domain/absence";
import type { Absences } from "@shared/domain/approval";
import type { BusinessDay } from "@shared/domain/time";
import type { MemberActor } from "../../http";
import { readSessionMember } from "../members";
import { AbsenceModel, type AbsenceRecord } from "./absenceModel";

/** What somebody has noted last; null where nothing, or it was taken back. */
export async function findAbsence(memberId: string): Promise<{ absence: Absence | null; revision: number }> {
  const record = await AbsenceModel.findOne({ _id: memberId }).lean<AbsenceRecord | null>();
  return { absence: record && absenceOf(record), revision: record?.revision ?? 0 };
}

function absenceOf({ from, to, deputyId }: AbsenceRecord): Absence | null {
  return from && to ? { from, to, deputyId: deputyId ?? null } : null;
}

/** Who is away on a day, with the deputy as long as that is somebody who is here and leads a unit. */
export async function absencesOn(on: BusinessDay): Promise<Absences> {
  const away = await awayOn(on);
  const deputyIds = [...new Set(away.flatMap(({ deputyId }) => (deputyId === null ? [] : [deputyId])))];
  const deputies = await Promise.all(deputyIds.map((deputyId) => readSessionMember(deputyId, on)));
  const able = new Set(deputies.filter((deputy) => (deputy?.leads.length ?? 0) > 0).map((deputy) => deputy?.id));
  return new Map(
    away.map(({ memberId, deputyId }) => [
      memberId,
      { deputyId: deputyId !== null && able.has(deputyId) ? deputyId : null },
    ]),
  );
}

/** The absences that are not over on a day in which this one is the deputy, under way or to come: who leads nothing is nobody's. */
export async function deputisesFor(
  actor: Pick<MemberActor, "id" | "leads">,
  on: BusinessDay,
): Promise<(Absence & { memberId: string })[]> {
  if (actor.leads.length === 0) return [];
  return (await notOverOn(on)).filter(({ deputyId }) => deputyId === actor.id);
}

/** Each absence of a day with who decides meanwhile, where that is somebody who is here and leads a unit. */
export async function deputiesOn(on: BusinessDay): Promise<(Absence & { memberId: string; deputyId: string })[]> {
  const [away, absences] = await Promise.all([awayOn(on), absencesOn(on)]);
  return away.flatMap((one) => {
    const deputyId = absences.get(one.memberId)?.deputyId ?? null;
    return deputyId === null ? [] : [{ ...one, deputyId }];
  });
}

/**
 * The leaders in whose place this one decides today: only one who leads a unit, and is not away, decides in anybody's place.
 * @returns as they are themselves today; whoever has left is in nobody's place
 */
export async function standsInFor(actor: Pick<MemberActor, "id" | "leads">, on: BusinessDay): Promise<MemberActor[]> {
  if (actor.leads.length === 0) return [];
  const away = await awayOn(on);
  if (away.some(({ memberId }) => memberId === actor.id)) return [];
  const mine = away.filter(({ deputyId }) => deputyId === actor.id);
  const leaders = await Promise.all(mine.map(({ memberId }) => readSessionMember(memberId, on)));
  return leaders.filter((leader) => leader !== null);
}

/** Somebody, and the leaders in whose place they decide, of whom only what they lead counts: nobody stands in for a role. */
export const inPlaces = (actor: MemberActor, absent: readonly MemberActor[]): MemberActor[] => [
  actor,
  ...absent.map((leader) => ({ ...leader, roles: [] })),
];

/** The same for whoever has not read yet in whose place that is. */
export const placesOf = async (actor: MemberActor, on: BusinessDay): Promise<MemberActor[]> =>
  inPlaces(actor, await standsInFor(actor, on));

const awayOn = async (on: BusinessDay) => (await notOverOn(on)).filter((absence) => isAwayOn(absence, on));

async function notOverOn(on: BusinessDay): Promise<(Absence & { memberId: string })[]> {
  const records = await AbsenceModel.find({ to: { $gte: on } }).lean<AbsenceRecord[]>();
  return records.flatMap((record) => {
    const absence = absenceOf(record);
    return absence ? [{ memberId: record._id, ...absence }] : [];
  });
}
