import type { QueryOf } from "@shared/contracts";
import { addDays, daysOf, startOfDay } from "@shared/domain/time";
import type { MemberActor } from "../../http";
import { findUnitsEver, unitAndBelow } from "../members";
import { mayReadAllSales } from "./policy";
import { SaleModel, type SaleRecord, type SaleState } from "./saleModel";
import type { SalePage } from "./sales";

const pageSize = 100;
/** So many are counted and added up; beyond that it is "at least". */
const countedMax = 10_000;
/** Whoever leads more teams looks through everybody's sales, and is told no total. */
const teamsMax = 20;
/** Of everybody's sales so many pages are looked through for theirs; then a short one goes out, and the next goes on from there. */
const roundsMax = 10;

type Filter = Pick<QueryOf<"sales.list">, "state" | "period" | "order" | "cursor">;

interface Seen extends SalePage {
  /** Of all pages, with the first of them; null: it is not told. */
  total: { count: number; amountFen: number; isAtLeast: boolean } | null;
}

/** What an index answers, newest or oldest first; `{}`: everybody's. */
type Scope = ({ repId: string } | { teamId: string } | { repId?: never }) & { state?: SaleState };

interface Sight {
  scopes: Scope[];
  /** The teams among all that the scopes lead to; null: all of it. */
  teamIds: ReadonlySet<string> | null;
}

/**
 * A page of the sales that the reader may read, whoever decides on them: everybody's for finance and auditors, for leaders those of the
 * units led and of all below, also of teams that are gone; otherwise what one has recorded. By when they were recorded.
 */
export const pageOfSeen = async (reader: MemberActor, filter: Filter, perPage: number = pageSize): Promise<Seen> =>
  pageIn(await sightOf(reader), filter, perPage);

/** The same of what the reader has recorded, in whichever team that was. */
export const pageOfRecorded = (reader: MemberActor, filter: Filter, perPage: number = pageSize): Promise<Seen> =>
  pageIn({ scopes: [{ repId: reader.id }], teamIds: null }, filter, perPage);

async function pageIn(
  { scopes, teamIds }: Sight,
  { state, period, order, cursor }: Filter,
  perPage: number,
): Promise<Seen> {
  const asked = scopes.map((scope): Scope => ({ ...scope, ...(state && { state }) }));
  const within = period === undefined ? everything : instantsOf(period);
  const isOldest = order === "oldest";
  const [page, total] = await Promise.all([
    pageAfter(cursor),
    cursor === undefined && teamIds === null ? totalOf(asked, within) : null,
  ]);
  return { ...page, total };

  async function pageAfter(place: string | undefined): Promise<SalePage> {
    const shown: SaleRecord[] = [];
    let from = place;
    for (let round = 1; round <= roundsMax; round += 1) {
      const sales = await salesAfter(asked, rangeOf(within, from, isOldest), { isOldest, limit: perPage + 1 });
      shown.push(...sales.filter(({ teamId }) => teamIds === null || teamIds.has(teamId)));
      from = sales.at(-1)?.sortKey;
      if (shown.length > perPage || sales.length <= perPage) {
        const full = shown.slice(0, perPage);
        return { sales: full, nextCursor: shown.length > perPage ? (full.at(-1)?.sortKey ?? null) : null };
      }
    }
    return { sales: shown, nextCursor: from ?? null };
  }
}

async function sightOf(reader: MemberActor): Promise<Sight> {
  if (mayReadAllSales(reader)) return { scopes: [{}], teamIds: null };
  if (reader.leads.length === 0) return { scopes: [{ repId: reader.id }], teamIds: null };
  const unitsEver = await findUnitsEver();
  const below = reader.leads.flatMap((unitId) => unitAndBelow(unitsEver, unitId).map((unit) => unit.unitId));
  const teamIds = [...new Set(below)];
  if (teamIds.length > teamsMax) return { scopes: [{}], teamIds: new Set(teamIds) };
  return { scopes: teamIds.map((teamId) => ({ teamId })), teamIds: null };
}

interface Range {
  $gte?: string;
  $gt?: string;
  $lt?: string;
}

/** Said as a range, so that the index of the order answers also where nothing else narrows it. */
const everything: Range = { $gte: "0" };

function instantsOf(period: string): Range {
  const { from, to } = daysOf(period);
  return { $gte: startOfDay(from).toISOString(), $lt: startOfDay(addDays(to, 1)).toISOString() };
}

function rangeOf(within: Range, after: string | undefined, isOldest: boolean): Range {
  if (after === undefined) return within;
  if (!isOldest) return { ...within, $lt: after };
  const { $gte: _, ...until } = within;
  return { ...until, $gt: after };
}

const filterOf = (scope: Scope, range: Range) => ({ ...scope, sortKey: range });

/** Of all scopes together. */
async function salesAfter(
  scopes: readonly Scope[],
  range: Range,
  { isOldest, limit }: { isOldest: boolean; limit: number },
): Promise<SaleRecord[]> {
  const found = await Promise.all(
    scopes.map((scope) =>
      SaleModel.find(filterOf(scope, range))
        .sort({ sortKey: isOldest ? 1 : -1 })
        .limit(limit)
        .lean<SaleRecord[]>(),
    ),
  );
  const sign = isOldest ? -1 : 1;
  return found
    .flat()
    .sort((a, b) => (a.sortKey < b.sortKey ? sign : -sign))
    .slice(0, limit);
}

/** Counted on the index of the list itself, up to a bound. */
async function totalOf(scopes: readonly Scope[], range: Range): Promise<Seen["total"]> {
  const sums = await Promise.all(
    scopes.map((scope) =>
      SaleModel.aggregate<{ count: number; amountFen: number }>([
        { $match: filterOf(scope, range) },
        { $limit: countedMax + 1 },
        { $group: { _id: null, count: { $sum: 1 }, amountFen: { $sum: "$amountFen" } } },
      ]),
    ),
  );
  const all = sums.flat();
  return {
    count: all.reduce((sum, { count }) => sum + count, 0),
    amountFen: all.reduce((sum, { amountFen }) => sum + amountFen, 0),
    isAtLeast: all.some(({ count }) => count > countedMax),
  };
}
