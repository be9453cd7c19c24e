import type { ClientSession } from "mongoose";
import { type BusinessDay, daysOf, type Month, monthOf, previousPeriod } from "@shared/domain/time";
import { insert, updateAtRevision } from "../../db";
import type { NewEvent } from "../../outbox";
import type { UnitChange } from "./directoryChanges";
import { unitMoved } from "./events";
import type { MembershipRecord } from "./membershipModel";
import { OrgUnitModel, type OrgUnitRecord } from "./orgUnitModel";

/**
 * Writes what the directory says of a unit. Its people's plans and results are those of where it has hung until a day is over that has
 * begun; who may see and do what goes by where it hangs now.
 * @param movesOn the day from which they are others, by `dayOfMoves`; null in the first reading: what it finds has always been so
 */
export async function writeUnit(
  { unit, recorded }: UnitChange,
  movesOn: BusinessDay | null,
  session: ClientSession,
): Promise<void> {
  const { _id: id, name, kind, parentId, state } = unit;
  if (recorded) {
    const set = { name, parentId, state, formerParents: formerParentsOf(recorded, parentId ?? null, movesOn) };
    await updateAtRevision(OrgUnitModel, { id, revision: recorded.revision, set }, session);
  } else {
    await insert(OrgUnitModel, { _id: id, name, kind, parentId, formerParents: [], state, revision: 1 }, session);
  }
}

/** @param before the first day on which it hangs elsewhere; where it is moved more than once until then the last one counts */
function formerParentsOf(recorded: OrgUnitRecord, parentId: string | null, before: BusinessDay | null) {
  // Missing where an older version wrote the unit.
  const former = (recorded.formerParents as OrgUnitRecord["formerParents"] | undefined) ?? [];
  if (before === null) return former;
  const earlier = former.filter((one) => one.before < before);
  const until = former.find((one) => one.before >= before) ?? recorded;
  const was = until.parentId ?? null;
  return was === parentId ? earlier : [...earlier, { parentId: was, before }];
}

/** The day of a reading, and that from which pay goes by it. */
interface UnitDays {
  today: BusinessDay;
  movesOn: BusinessDay;
}

/**
 * What has to be counted and priced again for these changes: what belongs to another unit above may be paid by another plan, and
 * counts in other results; and who has belonged to a unit before it was known, such as one outside the app's scope, was on none.
 */
export function unitsFollowed(
  changes: readonly UnitChange[],
  memberships: readonly MembershipRecord[],
  days: UnitDays,
): NewEvent[] {
  return changes.flatMap(({ unit: { _id: unitId, parentId }, recorded }) => {
    const id = `${unitId}:${(recorded?.revision ?? 0) + 1}`;
    return monthsFollowed({ unitId, parentId: parentId ?? null }, recorded, memberships, days).map((period) => {
      const payload = { unitId, period, cause: { kind: "directory", id } };
      return unitMoved.of({ payload, partition: `unit:${unitId}`, cause: `directory:${id}`, part: period });
    });
  });
}

function monthsFollowed(
  { unitId, parentId }: { unitId: string; parentId: string | null },
  recorded: OrgUnitRecord | null,
  memberships: readonly MembershipRecord[],
  { today, movesOn }: UnitDays,
): Month[] {
  if (recorded) return (recorded.parentId ?? null) === parentId ? [] : [monthOf(movesOn)];
  const members = memberships.filter((membership) => membership.unitId === unitId && membership.part === "member");
  if (members.length === 0) return [];
  const month = monthOf(today);
  // On no plan since then: every such month is priced again, as far back as months are still corrected.
  const firstOn = members.map(({ fromOn }) => fromOn).sort()[0] ?? daysOf(month).from;
  const months = [month];
  for (let before = previousPeriod(month); before >= monthOf(firstOn); before = previousPeriod(before)) {
    if (months.length === monthsFollowedMax) break;
    months.unshift(before);
  }
  return months;
}

/** The running month is one of them. Older ones keep the plans that they were priced by. */
export const monthsFollowedMax = 12;
