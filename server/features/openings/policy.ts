import type { MemberActor } from "@shared/domain/actor";
import { findOfficers } from "../members";
import { BalanceModel, type OpeningRecord } from "./openingModel";
import type { BusinessDay } from "@shared/domain/time";

type Person = Pick<MemberActor, "roles">;

/** Finance and HR bring along what members are owed and owe. */
export const mayPrepareOpenings = ({ roles }: Person): boolean => roles.includes("finance") || roles.includes("hr");

/** Whoever sets the company up says that there is nothing to bring along. */
export const maySayNoOpenings = (actor: Person): boolean => mayPrepareOpenings(actor) || actor.roles.includes("admin");

/** Sums of the company; administrators see none of anybody's pay. */
export const mayListOpenings = (actor: Person): boolean => mayPrepareOpenings(actor) || actor.roles.includes("auditor");

/** Who may be asked to decide; `approversOf` says who is. */
export const mayApproveOpenings = maySayNoOpenings;

/**
 * Who decides on a table: finance and HR who have not prepared it and have no balance in it; where there is nobody, administrators of
 * whom the same is true. Nobody else ever does: what waits then is told to administrators, who name somebody.
 */
export async function openingApprovers(
  { _id: importId, preparedBy }: Pick<OpeningRecord, "_id" | "preparedBy">,
  on: BusinessDay,
): Promise<string[]> {
  const officers = (await findOfficers(["finance", "hr", "admin"], on)).filter(
    ({ memberId }) => memberId !== preparedBy.id,
  );
  const concerned = await BalanceModel.distinct("memberId", {
    importId,
    memberId: { $in: officers.map(({ memberId }) => memberId) },
  });
  const outside = officers.filter(({ memberId }) => !concerned.includes(memberId));
  const ofOffice = outside.filter(({ roles }) => roles.includes("finance") || roles.includes("hr"));
  return (ofOffice.length > 0 ? ofOffice : outside).map(({ memberId }) => memberId);
}
