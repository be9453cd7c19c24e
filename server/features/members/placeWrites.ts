import type { ClientSession } from "mongoose";
import type { BusinessDay } from "@shared/domain/time";
import { insert, remove, updateAtRevision } from "../../db";
import type { PersonChange } from "./directoryChanges";
import { MembershipModel, type MembershipRecord } from "./membershipModel";
import type { Place } from "./placesIn";

export interface PlaceDays {
  /** The first day of a place that begins where there was none: today, or as far back as the first reading goes. */
  fromOn: BusinessDay;
  today: BusinessDay;
  /** The first day of a place in another one's stead, and the one after the last of what has ended: see `dayOfMoves`. */
  movesOn: BusinessDay;
}

export interface PlaceWrites {
  /** Places that never counted. */
  removes: MembershipRecord[];
  ends: { place: MembershipRecord; untilOn: BusinessDay }[];
  begins: Omit<MembershipRecord, "schemaVersion">[];
}

/**
 * What is written of one person's places, so that on each day they belong to one unit at most and lead one once: from the day on
 * which a place begins no other one in its stead counts, whatever was recorded of it. That of a first reading which was broken
 * off has begun as long ago as what the next try finds, and is gone; a place that was left before it began is, too.
 *
 * A day that has begun keeps the place that pays for it: where somebody belongs ends with the end of that day, and another place begins
 * after it. What somebody leads is no question of pay, and changes at once.
 */
export function placeWrites(
  { memberId, places, ends, begins }: Pick<PersonChange, "memberId" | "places" | "ends" | "begins">,
  { fromOn: firstOn, today, movesOn }: PlaceDays,
): PlaceWrites {
  const writes: PlaceWrites = { removes: [], ends: [], begins: [] };
  const isHeldToday = places.some((place) => place.part === "member" && countsOn(place, today));
  const fromOf = ({ part }: Pick<Place, "part">): BusinessDay =>
    part === "member" && isHeldToday && firstOn === today ? movesOn : firstOn;
  for (const place of places) {
    const isReplaced = begins.some((next) => isInsteadOf(next, place));
    const endedOn = place.part === "member" ? movesOn : today;
    const over = [...(ends.includes(place) ? [endedOn] : []), ...(isReplaced ? [fromOf(place)] : [])].sort()[0];
    if (over === undefined || ((place.untilOn ?? null) !== null && String(place.untilOn) <= over)) continue;
    if (place.fromOn >= over) writes.removes.push(place);
    else writes.ends.push({ place, untilOn: over });
  }
  for (const { unitId, part } of begins) {
    const fromOn = fromOf({ part });
    const _id = `${memberId}:${unitId}:${part}:${fromOn}`;
    writes.begins.push({ _id, memberId, unitId, part, fromOn, untilOn: null, revision: 1 });
  }
  return writes;
}

const countsOn = ({ fromOn, untilOn }: MembershipRecord, day: BusinessDay): boolean =>
  fromOn <= day && ((untilOn ?? null) === null || day < String(untilOn));

/** One belongs to one unit at a time, and may lead several. */
const isInsteadOf = (next: Place, before: Place): boolean =>
  next.part === before.part && (next.part === "member" || next.unitId === before.unitId);

export async function writePlaces({ removes, ends, begins }: PlaceWrites, session: ClientSession): Promise<void> {
  for (const { _id } of removes) remove(MembershipModel, { _id }, session);
  for (const { place, untilOn } of ends)
    await updateAtRevision(MembershipModel, { id: place._id, revision: place.revision, set: { untilOn } }, session);
  for (const place of begins) await insert(MembershipModel, place, session);
}
