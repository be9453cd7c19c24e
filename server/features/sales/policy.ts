import type { SessionMember } from "../../http";
import type { SaleRecord } from "./saleModel";

type Person = Pick<SessionMember, "memberId" | "roles" | "teamId" | "leads">;
type SaleFacts = Pick<SaleRecord, "repId" | "teamId">;

/** Whoever sells for a team records sales. */
export function maySubmitSale(person: Person): boolean {
  return person.teamId !== null && (person.roles.includes("rep") || person.roles.includes("manager"));
}

/** A leader of the sale's team or finance confirms and returns; nobody decides on a sale of their own. */
export function mayDecideSale(person: Person, sale: SaleFacts): boolean {
  if (sale.repId === person.memberId) return false;
  return person.roles.includes("finance") || person.leads.includes(sale.teamId);
}

export function mayReadSale(person: Person, sale: SaleFacts): boolean {
  return sale.repId === person.memberId || mayDecideSale(person, sale);
}

/** Only its own rep corrects or withdraws a sale. */
export function mayChangeSale(person: Person, sale: SaleFacts): boolean {
  return sale.repId === person.memberId;
}
