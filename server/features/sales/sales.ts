import { AppError } from "@shared/errors";
import { byId } from "../../db";
import { BatchedRead } from "../../lib/batchedRead";
import { readOwnSales } from "./saleCredits";
import { SaleModel, type SaleRecord, type SaleState } from "./saleModel";

const saleRecords = byId<SaleRecord>(SaleModel);

/** A sale. @throws AppError "sale.unknown" */
export async function findSale(saleId: string): Promise<SaleRecord> {
  const sale = await saleRecords.get(saleId);
  if (!sale) throw new AppError("sale.unknown", `no sale ${saleId}`);
  return sale;
}

export function findSales(saleIds: readonly string[]): Promise<SaleRecord[]> {
  return SaleModel.find({ _id: { $in: [...saleIds] } }).lean<SaleRecord[]>();
}

/** Whose sales a list shows: a rep's own, those of one team, or of the whole company, in one state. */
export type SaleScope =
  { repId: string } | { repId: string; state: SaleState } | { teamId: string; state: SaleState } | { state: SaleState };

const pageSize = 50;

export interface SalePage {
  sales: SaleRecord[];
  nextCursor: string | null;
}

/** A page of sales, newest first. */
export async function pageOfSales(scope: SaleScope, cursor: string | undefined): Promise<SalePage> {
  const filter = cursor ? { ...scope, sortKey: { $lt: cursor } } : scope;
  const sales = await SaleModel.find(filter)
    .sort({ sortKey: -1 })
    .limit(pageSize + 1)
    .lean<SaleRecord[]>();
  const page = sales.slice(0, pageSize);
  return { sales: page, nextCursor: sales.length > pageSize ? (page.at(-1)?.sortKey ?? null) : null };
}

/** The sales of several units that wait for a decision, newest first, one page over all of them. */
export async function pageOfTeamSales(teamIds: readonly string[], cursor: string | undefined): Promise<SalePage> {
  const pages = await Promise.all(teamIds.map((teamId) => pageOfSales({ teamId, state: "submitted" }, cursor)));
  const sales = pages.flatMap((page) => page.sales).sort((a, b) => (a.sortKey < b.sortKey ? 1 : -1));
  const more = sales.length > pageSize || pages.some((page) => page.nextCursor !== null);
  const page = sales.slice(0, pageSize);
  return { sales: page, nextCursor: more ? (page.at(-1)?.sortKey ?? null) : null };
}

interface Waiting {
  count: number;
  amountFen: number;
}

const waitingSales = new BatchedRead<Waiting>(async (repIds) => {
  const sales = await SaleModel.find({ state: "submitted", repId: { $in: repIds } }, { repId: 1, amountFen: 1 }).lean<
    Pick<SaleRecord, "repId" | "amountFen">[]
  >();
  const waiting = new Map<string, Waiting>();
  for (const { repId, amountFen } of sales) {
    const sum = waiting.get(repId) ?? { count: 0, amountFen: 0 };
    waiting.set(repId, { count: sum.count + 1, amountFen: sum.amountFen + amountFen });
  }
  return waiting;
});

/** What a rep has submitted and nobody has decided on: in no account yet. */
export async function pendingOf(repId: string): Promise<Waiting> {
  return (await waitingSales.get(repId)) ?? { count: 0, amountFen: 0 };
}

/** How many sales of these teams wait for a decision by this reader, who never decides on an own one. */
export async function toDecideCount(teamIds: readonly string[], readerId: string): Promise<number> {
  const fields = { repId: 1, customerId: 1, signedOn: 1 };
  const ofTeams = teamIds.map((teamId) =>
    SaleModel.find({ teamId, state: "submitted" }, fields).lean<
      Pick<SaleRecord, "repId" | "customerId" | "signedOn">[]
    >(),
  );
  const waiting = (await Promise.all(ofTeams)).flat();
  const isOwn = await readOwnSales(waiting, readerId);
  return waiting.filter((sale) => !isOwn(sale)).length;
}
