import type { Assignment, Plan } from "@shared/domain/pay";

/** An assignment with its plan's versions named instead of written out: they never change once published. */
export interface PlanUsed extends Omit<Assignment, "versions"> {
  /** The plan's code, absent where an assignment has no version. */
  code: string | null;
  versions: number[];
}

export const plansUsedOf = (assignments: readonly Assignment[]): PlanUsed[] =>
  assignments.map(({ from, to, teamId, units, versions }) => ({
    from,
    to,
    teamId,
    ...(units && { units }),
    code: versions[0]?.code ?? null,
    versions: versions.map(({ version }) => version),
  }));

/** The assignments that were named; null where a version is not among these plans. */
export function assignmentsNamed(used: readonly PlanUsed[], plans: readonly Plan[]): Assignment[] | null {
  const known = new Map(plans.map((plan) => [`${plan.code}@${plan.version}`, plan]));
  const assignments: Assignment[] = [];
  for (const { from, to, teamId, units, code, versions } of used) {
    const found = versions.flatMap((version) => known.get(`${code}@${version}`) ?? []);
    if (found.length !== versions.length) return null;
    assignments.push({ from, to, teamId, ...(units && { units }), versions: found });
  }
  return assignments;
}

/** Assignments as versions of the product had them that named neither plans nor, by level, units. */
export const withoutUnits = (assignments: readonly Assignment[]): Assignment[] =>
  assignments.map(({ units: _units, ...assignment }) => assignment);
