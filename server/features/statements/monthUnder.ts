import type { Assignment, MemberBook } from "@shared/domain/pay";
import type { Month } from "@shared/domain/time";
import { unitSpansOf } from "../members";
import { assign, type OrganisationSnapshot } from "../plans";
import { readGivenInputs } from "./givenInputs";
import { readMonthState } from "./readMonthState";

/** A member's month with the plans in force and with those of a snapshot, and all that either asks for. */
export async function readMonthUnder(
  memberId: string,
  period: Month,
  snapshot: OrganisationSnapshot,
): Promise<{ book: MemberBook; before: Assignment[]; after: Assignment[] }> {
  const [{ book, assignments: before }, unitSpans] = await Promise.all([
    readMonthState(memberId, period),
    unitSpansOf(memberId),
  ]);
  const after = assign(memberId, unitSpans, period, snapshot);
  const given = await readGivenInputs(memberId, [...before, ...after], period);
  return { book: { ...book, given }, before, after };
}
