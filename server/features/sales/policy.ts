import type { MemberActor } from "../../http";
import type { SaleRecord } from "./saleModel";

type Person = Pick<MemberActor, "id" | "roles" | "teamId" | "leads">;

/** Whether the person recorded a sale or is credited with a part of it: `readOwnSales` and `isOwnSale` say so. */
interface Ownership {
  isOwn: boolean;
}

/** Whoever sells for a team records sales. */
export function maySubmitSale(person: Person): boolean {
  return person.teamId !== null && (person.roles.includes("rep") || person.roles.includes("manager"));
}

/** Leaders of the sale's team or of a unit above it. `unitPath`: the team and all above it. */
export function leadsSale(person: Person, unitPath: readonly string[]): boolean {
  return unitPath.some((unitId) => person.leads.includes(unitId));
}

/** Its leaders and finance confirm and return; nobody decides on a sale of their own. */
export function mayDecideSale(person: Person, { isOwn }: Ownership, unitPath: readonly string[]): boolean {
  if (isOwn) return false;
  return person.roles.includes("finance") || leadsSale(person, unitPath);
}

/** Auditors read every sale and decide on none; that they read it is noted. */
export const mayAuditSales = (person: Person): boolean => person.roles.includes("auditor");

/** Whoever decides on all sales, or reads them by office, is shown all of them. */
export const mayReadAllSales = (person: Person): boolean => person.roles.includes("finance") || mayAuditSales(person);

export function mayReadSale(person: Person, sale: Ownership, unitPath: readonly string[]): boolean {
  return sale.isOwn || mayDecideSale(person, sale, unitPath) || mayAuditSales(person);
}

/** The visits and check-ins behind it are for those whose sale it is, the leaders and auditors; finance sees amounts only. */
export function mayReadFootsteps(person: Person, { isOwn }: Ownership, unitPath: readonly string[]): boolean {
  return isOwn || leadsSale(person, unitPath) || mayAuditSales(person);
}

/** Who decides in the place of a leader who is away decides on what that leader sees, and no longer than they are away. */
export const mayReadFootstepsInsteadOf = (leader: Person | null, unitPath: readonly string[]): boolean =>
  leader !== null && leadsSale(leader, unitPath);

/** Its leaders praise what is confirmed; nobody praises an own sale. */
export function mayPraiseSale(
  person: Person,
  sale: Pick<SaleRecord, "state"> & Ownership,
  unitPath: readonly string[],
): boolean {
  return sale.state === "confirmed" && !sale.isOwn && leadsSale(person, unitPath);
}

/** Only its own rep corrects or withdraws a sale. */
export function mayChangeSale(person: Person, sale: Pick<SaleRecord, "repId">): boolean {
  return sale.repId === person.id;
}
