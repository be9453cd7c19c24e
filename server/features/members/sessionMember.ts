import type { BusinessDay } from "@shared/domain/time";
import type { MemberActor } from "../../http";
import { MemberModel, type MemberRecord } from "./memberModel";
import { findUnit, unitOfMember, unitsLedBy } from "./readOrganisation";
import { rolesOf } from "./roles";

/** Who this is and what they may do today; null for people who are unknown or have left. */
export async function readSessionMember(memberId: string, today: BusinessDay): Promise<MemberActor | null> {
  const [record, unitId, leads] = await Promise.all([
    MemberModel.findOne({ _id: memberId }).lean<MemberRecord | null>(),
    unitOfMember(memberId, today),
    unitsLedBy(memberId, today),
  ]);
  if (record?.state !== "active") return null;
  const unit = unitId === null ? null : await findUnit(unitId);
  const teamId = unit?.kind === "team" ? unit.unitId : null;
  const { name, grantedRoles, language } = record;
  const roles = rolesOf({ grantedRoles, teamId, leads });
  return { kind: "member", id: memberId, name, roles, scopes: [], teamId, leads, language };
}
