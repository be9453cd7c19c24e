import { daysOf, type Month, monthOf } from "@shared/domain/time";
import type { MemberActor } from "../../http";
import { findUnitsEver, membersOfUnitsDuring, treeOf, unitAndAbove, unitAndBelow, unitSpansOf } from "../members";
import { mayReadVisit } from "./policy";
import type { VisitRecord } from "./visitModel";
import { visitsOfMonth } from "./visits";

/** Whose visits of a month somebody may read: an own one, of the units led and below, of everybody for auditors; sorted. */
export async function visitorsSeen(reader: MemberActor, period: Month): Promise<string[]> {
  const unitsEver = await findUnitsEver();
  const unitIds = reader.roles.includes("auditor")
    ? [...unitsEver.keys()]
    : reader.leads.flatMap((unitId) => unitAndBelow(unitsEver, unitId).map((unit) => unit.unitId));
  const memberIds = await membersOfUnitsDuring([...new Set(unitIds)], daysOf(period));
  return [...new Set([reader.id, ...memberIds])].sort();
}

/** One member's visits of a month that the reader may read, by their days. */
export async function visitsSeenOf(reader: MemberActor, memberId: string, period: Month): Promise<VisitRecord[]> {
  const [visits, units, spans] = await Promise.all([
    visitsOfMonth(memberId, period),
    findUnitsEver(),
    unitSpansOf(memberId),
  ]);
  const pathOn = (on: string): string[] => {
    const span = spans.find(({ fromOn, untilOn }) => fromOn <= on && (untilOn === null || on < untilOn));
    return span ? unitAndAbove(treeOf(units, monthOf(on)), span.unitId).map(({ unitId }) => unitId) : [];
  };
  return visits
    .filter((visit) => mayReadVisit(reader, visit, pathOn(visit.on)))
    .sort((a, b) => (`${a.on} ${a._id}` < `${b.on} ${b._id}` ? -1 : 1));
}
