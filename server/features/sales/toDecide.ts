import type { MemberActor } from "../../http";
import { findUnitsEver, unitAndBelow } from "../members";
import { readOwnSales } from "./saleCredits";
import { SaleModel, type SaleRecord } from "./saleModel";
import { pageOfSales, type SalePage, type SaleScope } from "./sales";

type Reader = Pick<MemberActor, "id" | "roles" | "leads">;

/** A page of what this reader may decide on, newest first; nobody decides on own ones. */
export async function pageToDecide(reader: Reader, cursor: string | undefined): Promise<SalePage> {
  return pageOfSales(await scopesOf(reader), cursor, async (sales) => {
    const isOwn = await readOwnSales(sales, reader.id);
    return sales.filter((sale) => !isOwn(sale));
  });
}

/** The oldest of it, own ones among them. */
export async function oldestToDecide(reader: Reader, max: number): Promise<SaleRecord[]> {
  const scopes = await scopesOf(reader);
  const found = await Promise.all(
    scopes.map((scope) => SaleModel.find(scope).sort({ sortKey: 1 }).limit(max).lean<SaleRecord[]>()),
  );
  return found
    .flat()
    .sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1))
    .slice(0, max);
}

/**
 * Finance decides on all sales, a leader on those of the units led and of all below, also of teams that are gone, whose sales still
 * wait; others on none.
 */
async function scopesOf({ roles, leads }: Reader): Promise<SaleScope[]> {
  const state = "submitted" as const;
  if (roles.includes("finance")) return [{ state }];
  if (leads.length === 0) return [];
  const unitsEver = await findUnitsEver();
  const teamIds = leads.flatMap((unitId) => unitAndBelow(unitsEver, unitId).map((below) => below.unitId));
  return [...new Set(teamIds)].map((teamId) => ({ teamId, state }));
}
