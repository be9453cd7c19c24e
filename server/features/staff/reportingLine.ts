import { type FromDay, valueOn } from "@shared/domain/staff";
import type { BusinessDay } from "@shared/domain/time";
import { findMember, findUnits, leadersOfUnits, unitAndAbove, unitOfMember } from "../members";
import { findStaff } from "./staffRecords";

/** How many people one goes through upwards; no company is so deep. */
const peopleMax = 200;

/**
 * Whom somebody reports to on a day: who is named, as long as they are here; else who leads their unit, or, where that is themselves or
 * nobody, the next one above.
 */
export async function superiorsOf(memberId: string, on: BusinessDay): Promise<string[]> {
  const { reportsTo } = await findStaff(memberId);
  const named = valueOn(reportsTo, on)?.value ?? null;
  if (named !== null && (await findMember(named))?.active) return [named];
  const [units, unitId] = await Promise.all([findUnits(), unitOfMember(memberId, on)]);
  const path = unitId === null ? [] : unitAndAbove(units, unitId).map((unit) => unit.unitId);
  const leaders = await leadersOfUnits(path, on);
  for (const at of path) {
    const others = (leaders.get(at) ?? []).filter((id) => id !== memberId);
    if (others.length > 0) return others;
  }
  return [];
}

/**
 * Whether somebody would come to report to themselves, over however many others, on the day from which it counts or on a later one for which
 * another change is known already.
 */
export async function closesCircle(memberId: string, change: FromDay<string>): Promise<boolean> {
  const { fromOn, value } = change;
  if (value === null) return false;
  const days = new Set([fromOn]);
  // Days that turn up on the way are gone through as well.
  for (const day of days) {
    const seen = new Set([value]);
    for (const at of seen) {
      if (at === memberId) return true;
      if (seen.size > peopleMax) return false;
      for (const one of (await findStaff(at)).reportsTo) if (one.fromOn > day) days.add(one.fromOn);
      for (const above of await superiorsOf(at, day)) seen.add(above);
    }
  }
  return false;
}
