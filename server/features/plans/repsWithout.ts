import { type BusinessDay, daysOf, type DaySpan, monthOf } from "@shared/domain/time";
import { findOfficers } from "../members";
import { type OrganisationSnapshot, readOrganisationSnapshot, runsOf } from "./assignments";
import { choosePlans } from "./choosePlans";
import { sellersOn } from "./sellers";

/** Who sells and is on no plan, and who is to make one. */
export interface RepsWithoutPlan {
  /** By name. */
  names: string[];
  /** The same people, in the same order. */
  memberIds: string[];
  /** HR; where a company has nobody there, its administrators, who say who it is. */
  deciderIds: string[];
}

/**
 * Those who sell in a team and are on no plan on any day from this one to the end of its month: what they sell pays 0. A company of which
 * no plan has begun by then pays nobody by one, and has none of these.
 */
export async function repsWithoutPlan(today: BusinessDay): Promise<RepsWithoutPlan> {
  const snapshot = await readOrganisationSnapshot();
  const { to } = daysOf(monthOf(today));
  const paysByPlan = snapshot.plans.some(({ layer, validFrom }) => layer === "base" && validFrom <= to);
  if (!paysByPlan) return { names: [], memberIds: [], deciderIds: [] };
  const without = await membersWithout({ from: today, to }, snapshot);
  const who = { names: without.map(({ name }) => name), memberIds: without.map(({ memberId }) => memberId) };
  if (without.length === 0) return { ...who, deciderIds: [] };
  const officers = await findOfficers(["hr", "admin"], today);
  const hr = officers.filter(({ roles }) => roles.includes("hr"));
  return { ...who, deciderIds: (hr.length > 0 ? hr : officers).map(({ memberId }) => memberId).sort() };
}

async function membersWithout(
  span: DaySpan,
  snapshot: OrganisationSnapshot,
): Promise<{ memberId: string; name: string }[]> {
  const isOnPlan = (memberId: string, unitId: string) =>
    runsOf({ unitId, ...span }, snapshot).some(({ path, from }) => {
      const unitIds = path.map((unit) => unit.unitId);
      return choosePlans(snapshot.plans, { memberId, unitIds }, from).length > 0;
    });
  const without = (await sellersOn(span.from)).filter(({ memberId, unitId }) => !isOnPlan(memberId, unitId));
  return [...new Map(without.map(({ memberId, name }) => [memberId, { memberId, name }])).values()];
}
