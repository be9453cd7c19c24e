import { findUnits, readSessionMember, unitAndAbove, unitOfMember } from "../../../server/features/members";
import { publishTargets, salesMeasure, setTargets } from "../../../server/features/targets";
import type { Company, Person } from "./company";
import { atTime } from "./prepare";

/**
 * A month's targets as they were published on its first morning: these members', and above them the sums. Once for each month,
 * since every level has to add up.
 */
export async function givenTargets(
  company: Company,
  members: readonly (readonly [Person, valueFen: number])[],
  { period = "2026-03" }: { period?: string } = {},
): Promise<void> {
  const firstDay = `${period}-01`;
  const units = await findUnits();
  const values = new Map<string, number>();
  const subjectsUnder = new Map<string | null, Set<string>>();
  const add = (subjectId: string, parentId: string | null, valueFen: number) => {
    values.set(subjectId, (values.get(subjectId) ?? 0) + valueFen);
    subjectsUnder.set(parentId, (subjectsUnder.get(parentId) ?? new Set()).add(subjectId));
  };
  for (const [{ memberId }, valueFen] of members) {
    const teamId = await unitOfMember(memberId, firstDay);
    add(memberId, teamId, valueFen);
    for (const { unitId, parentId } of teamId === null ? [] : unitAndAbove(units, teamId))
      add(unitId, parentId, valueFen);
  }
  const actor = await readSessionMember(company.hr.memberId, firstDay);
  if (!actor) throw new Error("HR is not there");
  const firstMorning = atTime(company.app.deps, `${firstDay}T09:00:00+08:00`);
  const of = { measure: salesMeasure, period };
  const targets = [...values].map(([subjectId, valueFen]) => ({ subjectId, valueFen, reason: null, revision: 0 }));
  await setTargets(firstMorning, { actor, body: { commandId: company.newId(), ...of, targets } });
  const levels = [...subjectsUnder].map(([parentId, subjectIds]) => ({
    parentId,
    remainder: null,
    targets: [...subjectIds].map((subjectId) => ({ subjectId, revision: 1 })),
  }));
  const body = { commandId: company.newId(), ...of, reason: "建账", levels };
  await publishTargets(firstMorning, { actor, body });
}
