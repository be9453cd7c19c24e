import { type BusinessDay } from "@shared/domain/time";
import type { MemberActor } from "../../http";
import { standsInFor } from "../absences";
import { findUnitsEver, unitAndBelow } from "../members";
import { leadsSale, mayDecideSale } from "./policy";
import { readOwnSales } from "./saleCredits";
import { SaleModel, type SaleRecord } from "./saleModel";
import { pageOfSales, type SalePage, type SaleScope } from "./sales";
import { readUnitPaths } from "./unitPaths";

/** A page of what this reader may decide on, newest first, by an own right or in the place of a leader who is away; nobody decides on own ones. */
export async function pageToDecide(
  reader: MemberActor,
  cursor: string | undefined,
  on: BusinessDay,
): Promise<SalePage> {
  const absent = await standsInFor(reader, on);
  return pageOfSales(await scopesOf([reader, ...absent]), cursor, (sales) => decidableOf(reader, absent, sales));
}

/** Those of these sales that this reader may decide on, by an own right or in the place of one of these leaders who are away. */
async function decidableOf(
  reader: MemberActor,
  absent: readonly MemberActor[],
  sales: readonly SaleRecord[],
): Promise<SaleRecord[]> {
  const [isOwn, pathOf, areOwn] = await Promise.all([
    readOwnSales(sales, reader.id),
    readUnitPaths(),
    Promise.all(absent.map((leader) => readOwnSales(sales, leader.id))),
  ]);
  const mayDecide = (sale: SaleRecord): boolean => {
    if (isOwn(sale)) return false;
    const path = pathOf(sale.teamId);
    if (mayDecideSale(reader, { isOwn: false }, path)) return true;
    return absent.some((leader, index) => leadsSale(leader, path) && areOwn[index]?.(sale) === false);
  };
  return sales.filter(mayDecide);
}

/** Whoever leads more teams looks through the sales of all of them at once. */
const scopesMax = 20;

/** The same from the oldest on, own ones among them; `decidable` says which of them the reader may decide on. @param page `after`: null for the first one */
export async function oldestToDecide(
  reader: MemberActor,
  { after, max, absent }: { after: string | null; max: number; absent: readonly MemberActor[] },
): Promise<{ sales: SaleRecord[]; next: string | null; decidable: () => Promise<SaleRecord[]> }> {
  const scopes = await scopesOf([reader, ...absent]);
  const isWide = scopes.length > scopesMax;
  const asked: SaleScope[] = isWide ? [{ state: "submitted" }] : scopes;
  const found = await Promise.all(
    asked.map((scope) =>
      SaleModel.find(after === null ? scope : { ...scope, sortKey: { $gt: after } })
        .sort({ sortKey: 1 })
        .limit(max)
        .lean<SaleRecord[]>(),
    ),
  );
  const page = found
    .flat()
    .sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1))
    .slice(0, max);
  const teamIds = new Set(scopes.flatMap((scope) => ("teamId" in scope ? [scope.teamId] : [])));
  const sales = isWide ? page.filter(({ teamId }) => teamIds.has(teamId)) : page;
  return {
    sales,
    decidable: () => decidableOf(reader, absent, sales),
    next: page.length === max ? (page.at(-1)?.sortKey ?? null) : null,
  };
}

/**
 * Finance decides on all sales, a leader on those of the units led and of all below, also of teams that are gone, whose sales still
 * wait; others on none.
 * @param people the reader first; of those in whose place the reader decides, what they lead counts alone
 */
async function scopesOf(people: readonly [MemberActor, ...MemberActor[]]): Promise<SaleScope[]> {
  const state = "submitted" as const;
  if (people[0].roles.includes("finance")) return [{ state }];
  const leads = people.flatMap((person) => person.leads);
  if (leads.length === 0) return [];
  const unitsEver = await findUnitsEver();
  const teamIds = leads.flatMap((unitId) => unitAndBelow(unitsEver, unitId).map((below) => below.unitId));
  return [...new Set(teamIds)].map((teamId) => ({ teamId, state }));
}
