import { AppError } from "@shared/errors";
import { addDays, type BusinessDay, daysOf, type Month, startOfDay } from "@shared/domain/time";
import { byId, readBack, type StreamPlace } from "../../db";
import { BatchedRead } from "../../lib/batchedRead";
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

/** When a member has recorded their first sale; null: none yet. */
export async function firstRecordedAt(repId: string): Promise<Date | null> {
  const [first] = await SaleModel.find({ repId }).sort({ sortKey: 1 }).limit(1).lean<SaleRecord[]>();
  return first?.submittedAt ?? null;
}

/** Sales to a customer, whoever recorded them, the newest first. */
export const salesAtCustomer = (customerId: string, after: StreamPlace, limit: number): Promise<SaleRecord[]> =>
  readBack<SaleRecord>(SaleModel, { equal: { customerId }, field: "submittedAt", after, limit });

/** Those of these clients to which a sale was recorded, whatever has become of it. */
export const clientsSoldTo = (customerIds: readonly string[]): Promise<string[]> =>
  SaleModel.distinct("customerId", { customerId: { $in: [...customerIds] } });

/** How many sales there are to a customer, those that were taken back among them, and how many wait for a decision. @param customerIds all its ids */
export async function countSalesAt(
  customerIds: readonly string[],
): Promise<{ saleCount: number; waitingCount: number }> {
  const countOf = async (more: { state?: SaleState }) =>
    (await Promise.all(customerIds.map((customerId) => SaleModel.countDocuments({ ...more, customerId })))).reduce(
      (sum, count) => sum + count,
      0,
    );
  const [all, waiting] = await Promise.all([countOf({}), countOf({ state: "submitted" })]);
  return { saleCount: all, waitingCount: waiting };
}

/** What a member has recorded in a month, oldest first. */
export function salesRecordedIn(repId: string, period: Month): Promise<SaleRecord[]> {
  const { from, to } = daysOf(period);
  const sortKey = { $gte: startOfDay(from).toISOString(), $lt: startOfDay(addDays(to, 1)).toISOString() };
  return SaleModel.find({ repId, sortKey }).sort({ sortKey: 1 }).lean<SaleRecord[]>();
}

/** Whose sales a list shows: a rep's own, those of one team, or of the whole company, in one state. */
export type SaleScope =
  | { repId: string }
  | { repId: string; state: SaleState }
  | { teamId: string; state: SaleState }
  | { state: SaleState };

const pageSize = 50;

export interface SalePage {
  sales: SaleRecord[];
  nextCursor: string | null;
}

/** A reader whose own sales go on for so many pages sees a short one, and goes on from there. */
const roundsMax = 10;

/**
 * A page of the sales of all these scopes, newest first.
 * @param shownOf what of them the reader sees: a page is full, and a cursor leads somewhere, by what is shown
 */
export async function pageOfSales(
  scopes: readonly SaleScope[],
  cursor: string | undefined,
  shownOf: (sales: SaleRecord[]) => Promise<SaleRecord[]> = (sales) => Promise.resolve(sales),
): Promise<SalePage> {
  const shown: SaleRecord[] = [];
  let from = cursor;
  for (let round = 1; round <= roundsMax; round += 1) {
    const sales = await salesBefore(scopes, from, pageSize + 1);
    shown.push(...(await shownOf(sales)));
    from = sales.at(-1)?.sortKey;
    if (shown.length > pageSize || sales.length <= pageSize) {
      const page = shown.slice(0, pageSize);
      return { sales: page, nextCursor: shown.length > pageSize ? (page.at(-1)?.sortKey ?? null) : null };
    }
  }
  return { sales: shown, nextCursor: from ?? null };
}

async function salesBefore(
  scopes: readonly SaleScope[],
  cursor: string | undefined,
  limit: number,
): Promise<SaleRecord[]> {
  const found = await Promise.all(
    scopes.map((scope) =>
      SaleModel.find(cursor ? { ...scope, sortKey: { $lt: cursor } } : scope)
        .sort({ sortKey: -1 })
        .limit(limit)
        .lean<SaleRecord[]>(),
    ),
  );
  return found
    .flat()
    .sort((a, b) => (a.sortKey < b.sortKey ? 1 : -1))
    .slice(0, limit);
}

/** A sale that waits for a decision; null where there is none, or it waits no more. */
export async function submittedSaleIfAny(saleId: string): Promise<SaleRecord | null> {
  const sale = await SaleModel.findOne({ _id: saleId }).lean<SaleRecord | null>();
  return sale?.state === "submitted" ? sale : null;
}

/** How many sales that were signed in a month wait for a decision. */
export function countSubmittedOf(period: Month): Promise<number> {
  const { from, to } = daysOf(period);
  return SaleModel.countDocuments({ state: "submitted", signedOn: { $gte: from, $lte: to } });
}

/** A rep's sales that have come back to them. */
export const returnedSalesOf = async (repId: string): Promise<SaleRecord[]> =>
  (await pageOfSales([{ repId, state: "returned" }], undefined)).sales;

/** A rep's newest confirmed sales: whoever sold them may be asked something about them. */
export const newestConfirmedOf = async (repId: string): Promise<SaleRecord[]> =>
  (await pageOfSales([{ repId, state: "confirmed" }], undefined)).sales;

/** All sales that wait for a decision, newest first, a page at a time. @param after null for the first one */
export async function pageOfSubmitted(after: string | null): Promise<{ sales: SaleRecord[]; next: string | null }> {
  const sales = await salesBefore([{ state: "submitted" }], after ?? undefined, pageSize);
  return { sales, next: sales.length === pageSize ? (sales.at(-1)?.sortKey ?? null) : null };
}

interface Waiting {
  count: number;
  amountFen: number;
  /** The last and the first day on which one of them was signed. */
  newestSignedOn: BusinessDay | null;
  earliestSignedOn: BusinessDay | null;
}

const noneWaiting: Waiting = { count: 0, amountFen: 0, newestSignedOn: null, earliestSignedOn: null };

const waitingSales = new BatchedRead<Waiting>(async (repIds) => {
  const sales = await SaleModel.find(
    { state: "submitted", repId: { $in: repIds } },
    { repId: 1, amountFen: 1, signedOn: 1 },
  ).lean<Pick<SaleRecord, "repId" | "amountFen" | "signedOn">[]>();
  const waiting = new Map<string, Waiting>();
  for (const { repId, amountFen, signedOn } of sales) {
    const sum = waiting.get(repId) ?? noneWaiting;
    const { newestSignedOn: newest, earliestSignedOn: earliest } = sum;
    waiting.set(repId, {
      count: sum.count + 1,
      amountFen: sum.amountFen + amountFen,
      newestSignedOn: newest !== null && newest > signedOn ? newest : signedOn,
      earliestSignedOn: earliest !== null && earliest < signedOn ? earliest : signedOn,
    });
  }
  return waiting;
});

/** What a rep has submitted and nobody has decided on: in no account yet. */
export async function pendingOf(repId: string): Promise<Pick<Waiting, "count" | "amountFen">> {
  const { count, amountFen } = await waitingOf(repId);
  return { count, amountFen };
}

/** The same, and by which day they were signed: when they have to be confirmed to count in that month. */
export const waitingOf = async (repId: string): Promise<Waiting> => (await waitingSales.get(repId)) ?? noneWaiting;
