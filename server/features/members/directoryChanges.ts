import { alwaysSoOn } from "@shared/domain/staff";
import type { BusinessDay } from "@shared/domain/time";
import { memberIdOf, unitIdOf } from "./memberIds";
import type { MemberRecord } from "./memberModel";
import type { MembershipRecord } from "./membershipModel";
import type { OrgUnitRecord } from "./orgUnitModel";
import { type Directory, type Recorded, unseenUnits } from "./directoryState";
import { type Place, placesIn } from "./placesIn";

/** Everything that changes for one person, to be written together. */
export interface PersonChange {
  memberId: string;
  kind: "joined" | "returned" | "left" | "changed" | "doubted";
  name: string;
  /** A new number; null leaves the recorded one. */
  phone: string | null;
  /** Null for somebody new. */
  recorded: MemberRecord | null;
  /** Every place that is recorded, also what is over. */
  places: MembershipRecord[];
  ends: MembershipRecord[];
  begins: Place[];
}

export interface UnitChange {
  unit: Pick<OrgUnitRecord, "_id" | "name" | "kind" | "parentId" | "state">;
  recorded: OrgUnitRecord | null;
}

/** Units that are new, renamed, moved or gone. */
export function unitChanges(recorded: Recorded, directory: Directory): UnitChange[] {
  const known = new Map(recorded.units.map((unit) => [unit._id, unit]));
  const parents = parentsOf(recorded, directory);
  const changes: UnitChange[] = [];
  for (const { departmentId, name: toldName } of directory.departments) {
    const _id = unitIdOf(departmentId);
    const before = known.get(_id) ?? null;
    // WeCom does not tell names to every app: one that is missing takes none away.
    const name = toldName || before?.name || _id;
    const kind = before?.kind ?? kindAt(_id, parents);
    const unit = { _id, name, kind, parentId: parents.get(_id) ?? null, state: "active" as const };
    const same = before && before.name === name && before.parentId === unit.parentId && before.state === "active";
    if (!same) changes.push({ unit, recorded: before });
  }
  for (const before of recorded.units) {
    if (before.state === "active" && directory.goneIds.has(before._id))
      changes.push({ unit: { ...before, state: "gone" }, recorded: before });
  }
  return changes;
}

/** What each unit hangs below, listed or unseen. A parent that is not told, or that nobody knows, leaves the recorded one. */
function parentsOf(recorded: Recorded, directory: Directory): Map<string, string | null> {
  const unseen = unseenUnits(recorded, directory);
  const listed = new Set(directory.departments.map(({ departmentId }) => unitIdOf(departmentId)));
  const before = new Map(recorded.units.map(({ _id, parentId }) => [_id, parentId ?? null]));
  const parents = new Map([...unseen].map((unitId) => [unitId, before.get(unitId) ?? null]));
  for (const { departmentId, parentId } of directory.departments) {
    const _id = unitIdOf(departmentId);
    const told = parentId ? unitIdOf(parentId) : null;
    const isKnown = told !== null && (listed.has(told) || unseen.has(told));
    parents.set(_id, isKnown || parentId === null ? told : (before.get(_id) ?? null));
  }
  return parents;
}

/** The root is the company, what hangs on it are branches (also staff departments), all below are teams. */
function kindAt(unitId: string, parents: ReadonlyMap<string, string | null>): OrgUnitRecord["kind"] {
  let depth = 0;
  for (let at = parents.get(unitId); at && parents.has(at); at = parents.get(at)) depth += 1;
  return depth === 0 ? "company" : depth === 1 ? "branch" : "team";
}

/** What changes for whom. @param phones numbers that are not the recorded ones */
export function personChanges(
  recorded: Recorded,
  directory: Directory,
  phones: ReadonlyMap<string, string>,
): PersonChange[] {
  const placesOf = placesIn(recorded, directory);
  const users = new Map(
    directory.users
      .filter(({ active }) => active)
      .map((user) => [memberIdOf(user.memberId, directory.recordedIds), user]),
  );
  const placesBefore = new Map<string, MembershipRecord[]>();
  for (const membership of recorded.memberships)
    placesBefore.set(membership.memberId, [...(placesBefore.get(membership.memberId) ?? []), membership]);
  const changes: PersonChange[] = [];
  for (const [memberId, user] of users) {
    const before = recorded.members.find(({ _id }) => _id === memberId) ?? null;
    const places = placesBefore.get(memberId) ?? [];
    if (directory.unsureIds.has(memberId)) {
      if (before?.state === "active" && !before.isUnsure) changes.push(doubtOf(before, places));
      continue;
    }
    const had = places.filter(isLasting);
    const has = placesOf(memberId, user, had);
    const ends = had.filter((membership) => !has.some((place) => samePlace(place, membership)));
    const begins = has.filter((place) => !had.some((membership) => samePlace(place, membership)));
    const kind = !before ? "joined" : before.state === "left" ? "returned" : "changed";
    const phone = phones.get(memberId) ?? null;
    const name = user.name || before?.name || user.memberId;
    const samePlaces = ends.length + begins.length === 0;
    const same = kind === "changed" && !before?.isUnsure && before?.name === name && phone === null && samePlaces;
    if (!same) changes.push({ memberId, kind, name, phone, recorded: before, places, ends, begins });
  }
  const inactive = directory.users.filter(({ active }) => !active);
  const gone = new Set(inactive.map((user) => memberIdOf(user.memberId, directory.recordedIds)));
  for (const before of recorded.members) {
    const isGone = !users.has(before._id) && (gone.has(before._id) || directory.goneIds.has(before._id));
    if (before.state === "left" || !isGone) continue;
    const { _id: memberId, name } = before;
    const places = placesBefore.get(memberId) ?? [];
    const ends = places.filter(isLasting);
    changes.push({ memberId, kind: "left", name, phone: null, recorded: before, places, ends, begins: [] });
  }
  return changes;
}

/** Everything stays as it is, but that nobody comes in. */
const doubtOf = (recorded: MemberRecord, places: MembershipRecord[]): PersonChange => {
  const { _id: memberId, name } = recorded;
  return { memberId, kind: "doubted", name, phone: null, recorded, places, ends: [], begins: [] };
};

const isLasting = ({ untilOn }: MembershipRecord): boolean => (untilOn ?? null) === null;
const samePlace = (a: Place, b: Place): boolean => a.unitId === b.unitId && a.part === b.part;

/**
 * The day from which a new place counts. What the very first reading of the directory finds has always been so, as far
 * as anybody can tell; everything later begins on the day that it is seen.
 */
export function firstDayOf(isFirstReading: boolean, today: BusinessDay): string {
  return isFirstReading ? alwaysSoOn : today;
}
