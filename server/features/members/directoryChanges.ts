import type { BusinessDay } from "@shared/domain/time";
import type { WecomDepartment, WecomUser } from "../../integrations/wecom";
import { memberIdOf, unitIdOf } from "./memberIds";
import type { MemberRecord } from "./memberModel";
import type { MembershipRecord } from "./membershipModel";
import type { OrgUnitRecord } from "./orgUnitModel";

/** What we know, as it is recorded. */
export interface Recorded {
  units: OrgUnitRecord[];
  members: MemberRecord[];
  memberships: MembershipRecord[];
}

/** What WeCom says now. */
export interface Directory {
  departments: WecomDepartment[];
  users: WecomUser[];
  /** Members who are recorded already: what their userids are to us depends on it. */
  recordedIds: ReadonlySet<string>;
}

export interface Place {
  unitId: string;
  part: "member" | "leader";
}

/** Everything that changes for one person, to be written together. */
export interface PersonChange {
  memberId: string;
  kind: "joined" | "returned" | "left" | "changed";
  name: string;
  /** A new number; null leaves the recorded one. */
  phone: string | null;
  /** Null for somebody new. */
  recorded: MemberRecord | null;
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
  const present = new Set(directory.departments.map(({ departmentId }) => unitIdOf(departmentId)));
  const parentOf = (parentId: number | null) =>
    parentId !== null && present.has(unitIdOf(parentId)) ? unitIdOf(parentId) : null;
  const changes: UnitChange[] = [];
  for (const { departmentId, name: toldName, parentId } of directory.departments) {
    const _id = unitIdOf(departmentId);
    const before = known.get(_id) ?? null;
    // WeCom does not tell names to every app: one that is missing takes none away.
    const name = toldName || before?.name || _id;
    const kind = before?.kind ?? kindAt(departmentId, directory.departments);
    const unit = { _id, name, kind, parentId: parentOf(parentId), state: "active" as const };
    const same = before && before.name === name && before.parentId === unit.parentId && before.state === "active";
    if (!same) changes.push({ unit, recorded: before });
  }
  for (const before of recorded.units) {
    if (present.has(before._id) || before.state === "gone") continue;
    changes.push({ unit: { ...before, state: "gone" }, recorded: before });
  }
  return changes;
}

/** The root is the company, what hangs on it are branches (also staff departments), all below are teams. */
function kindAt(departmentId: number, departments: WecomDepartment[]): OrgUnitRecord["kind"] {
  const parents = new Map(departments.map((department) => [department.departmentId, department.parentId]));
  let depth = 0;
  for (let at = parents.get(departmentId); at !== null && at !== undefined && parents.has(at); at = parents.get(at))
    depth += 1;
  return depth === 0 ? "company" : depth === 1 ? "branch" : "team";
}

/** What changes for whom. @param phones numbers that are not the recorded ones */
export function personChanges(
  recorded: Recorded,
  directory: Directory,
  phones: ReadonlyMap<string, string>,
): PersonChange[] {
  const places = placesByMember(directory);
  const users = new Map(
    directory.users
      .filter(({ active }) => active)
      .map((user) => [memberIdOf(user.memberId, directory.recordedIds), user]),
  );
  const lasting = new Map<string, MembershipRecord[]>();
  for (const membership of recorded.memberships) {
    if ((membership.untilOn ?? null) !== null) continue;
    lasting.set(membership.memberId, [...(lasting.get(membership.memberId) ?? []), membership]);
  }
  const changes: PersonChange[] = [];
  for (const [memberId, user] of users) {
    const before = recorded.members.find(({ _id }) => _id === memberId) ?? null;
    const had = lasting.get(memberId) ?? [];
    const has = places.get(memberId) ?? [];
    const ends = had.filter((membership) => !has.some((place) => samePlace(place, membership)));
    const begins = has.filter((place) => !had.some((membership) => samePlace(place, membership)));
    const kind = !before ? "joined" : before.state === "left" ? "returned" : "changed";
    const phone = phones.get(memberId) ?? null;
    const name = user.name || before?.name || user.memberId;
    const samePlaces = ends.length + begins.length === 0;
    const same = kind === "changed" && before?.name === name && phone === null && samePlaces;
    if (!same) changes.push({ memberId, kind, name, phone, recorded: before, ends, begins });
  }
  for (const before of recorded.members) {
    if (before.state === "left" || users.has(before._id)) continue;
    const ends = lasting.get(before._id) ?? [];
    changes.push({
      memberId: before._id,
      kind: "left",
      name: before.name,
      phone: null,
      recorded: before,
      ends,
      begins: [],
    });
  }
  return changes;
}

function placesByMember({ departments, users, recordedIds }: Directory): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  const add = (memberId: string, place: Place) => {
    const had = places.get(memberId) ?? [];
    if (!had.some((other) => samePlace(other, place))) places.set(memberId, [...had, place]);
  };
  for (const user of users) {
    const memberId = memberIdOf(user.memberId, recordedIds);
    const belongsTo = user.mainDepartmentId ?? user.departmentIds[0];
    if (belongsTo !== undefined) add(memberId, { unitId: unitIdOf(belongsTo), part: "member" });
    for (const departmentId of user.leadsDepartmentIds)
      add(memberId, { unitId: unitIdOf(departmentId), part: "leader" });
  }
  for (const { departmentId, leaderIds } of departments) {
    for (const userId of leaderIds)
      add(memberIdOf(userId, recordedIds), { unitId: unitIdOf(departmentId), part: "leader" });
  }
  return places;
}

const samePlace = (a: Place, b: Place): boolean => a.unitId === b.unitId && a.part === b.part;

/**
 * The day from which a new place counts. What the very first reading of the directory finds has always been so, as far
 * as anybody can tell; everything later begins on the day that it is seen.
 */
export function firstDayOf(isFirstReading: boolean, today: BusinessDay): string {
  return isFirstReading ? "2000-01-01" : today;
}
