import type { AnswerOf } from "@shared/contracts";
import { findMembers } from "../members";
import { findStaff } from "./staffRecords";

/** What is kept of somebody, for their own export: others by name. */
export async function exportStaff(memberId: string): Promise<NonNullable<AnswerOf<"privacy.export">["staff"]>> {
  const { employeeNumber, joinedOn, leftOn, reportsTo, salesMode } = await findStaff(memberId);
  const names = await findMembers(reportsTo.flatMap(({ value }) => value ?? []));
  return {
    ...{ employeeNumber, joinedOn, leftOn, salesMode },
    reportsTo: reportsTo.map(({ fromOn, value }) => ({
      fromOn,
      name: value === null ? null : (names.get(value)?.name ?? value),
    })),
  };
}
