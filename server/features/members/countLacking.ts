import type { BusinessDay } from "@shared/domain/time";
import { MemberModel, type MemberRecord } from "./memberModel";
import { MembershipModel, type MembershipRecord } from "./membershipModel";
import { findUnits } from "./readOrganisation";
import { grantedOn, rolesByDirectory } from "./roles";

export interface Lacking {
  /** Who neither belongs to a team nor leads a unit. */
  withoutTeam: number;
  /** Of those, who has no role by an administrator either. */
  withoutRole: number;
  /** Of whom it is not certain who they are: they may not sign in. */
  unsure: number;
}

export const countLeavers = (): Promise<number> => MemberModel.countDocuments({ state: "left" });

/** Of how many people who are here something is missing today. Reads what is short of everybody who is here. */
export async function countLacking(today: BusinessDay): Promise<Lacking> {
  const units = await findUnits();
  const unitIds = [...units.keys()];
  const [here, belonging, leading] = await Promise.all([
    MemberModel.find({ state: "active" }, { isUnsure: 1, grants: 1 }).lean<
      Pick<MemberRecord, "_id" | "isUnsure" | "grants">[]
    >(),
    placesIn("member", unitIds),
    placesIn("leader", unitIds),
  ]);
  const placesOf = new Map<string, MembershipRecord[]>();
  for (const place of [...belonging, ...leading])
    placesOf.set(place.memberId, [...(placesOf.get(place.memberId) ?? []), place]);
  const unplaced = here.filter(({ _id, grants }) => {
    const own = (placesOf.get(_id) ?? []).map((place) => ({ ...place, untilOn: place.untilOn ?? null }));
    return rolesByDirectory(own, units, today).length === 0 && grantedOn(grants ?? [], today).leads.length === 0;
  });
  return {
    withoutTeam: unplaced.length,
    withoutRole: unplaced.filter(({ grants }) => grantedOn(grants ?? [], today).roles.length === 0).length,
    unsure: here.filter(({ isUnsure }) => isUnsure).length,
  };
}

const placesIn = (part: MembershipRecord["part"], unitIds: string[]): Promise<MembershipRecord[]> =>
  MembershipModel.find(
    { part, unitId: { $in: unitIds } },
    { memberId: 1, unitId: 1, part: 1, fromOn: 1, untilOn: 1 },
  ).lean<MembershipRecord[]>();
