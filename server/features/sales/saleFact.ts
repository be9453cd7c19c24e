import type { ClientSession } from "mongoose";
import type { Cause, Credit, NewCustomerFact, SaleFact } from "@shared/domain/pay";
import { isHistory } from "@shared/domain/firstPayingDay";
import { type BusinessDay, businessDayOf, type Month, monthOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import { bookedInOf } from "../periods";
import { salesStandFrom } from "../plans";
import { firstOrderFactIdOf } from "../statements";
import { dayItCounts, saleCredits } from "./saleCredits";
import type { SaleRecord } from "./saleModel";

/** What a confirmation decides on beside the sale itself: for whom and in which month it counts. */
export interface SaleFactTerms {
  confirmedAt: Date;
  countsOn: BusinessDay;
  bookedIn: Month;
  /** The company's first paying day, where the sale is history by it (`isHistory`): it counts in its own month and pays nothing. */
  historyBefore: BusinessDay | null;
  /** That the first paying day is what it was decided by, in the transaction that writes it; null where none could matter. */
  holdPayingDay: ((session: ClientSession) => Promise<void>) | null;
  credits: Credit[];
  /** All ids that its customer is known by now. */
  customerIds: readonly [string, ...string[]];
}

/** @param recordedAt when pay hears of it, which is as it is confirmed: a month that takes nothing more by then leaves it to a later one */
export async function decideSale(
  deps: Pick<Deps, "settings">,
  sale: SaleRecord,
  confirmedAt: Date,
  recordedAt = confirmedAt,
): Promise<SaleFactTerms> {
  const [{ credits, spans, customerIds }, payingDay] = await Promise.all([
    saleCredits(sale),
    payingDayAfter(sale, confirmedAt),
  ]);
  const { historyBefore } = payingDay;
  const common = { confirmedAt, ...payingDay, credits, customerIds };
  if (historyBefore) return { ...common, countsOn: sale.signedOn, bookedIn: monthOf(sale.signedOn) };
  const countsOn = dayItCounts(businessDayOf(confirmedAt), sale, credits, spans);
  return { ...common, countsOn, bookedIn: await bookedInOf(deps, { countsOn, recordedAt }) };
}

/** The first paying day where the sale is history by it; it begins a month, so that what was signed in the present one asks nobody. */
async function payingDayAfter(
  { _id: saleId, signedOn }: SaleRecord,
  confirmedAt: Date,
): Promise<Pick<SaleFactTerms, "historyBefore" | "holdPayingDay">> {
  const confirmedOn = businessDayOf(confirmedAt);
  if (monthOf(signedOn) >= monthOf(confirmedOn)) return { historyBefore: null, holdPayingDay: null };
  const { on, hold } = await salesStandFrom();
  return {
    historyBefore: isHistory({ signedOn, confirmedOn }, on) ? on : null,
    holdPayingDay: (session) => hold(saleId, session),
  };
}

const common = (sale: SaleRecord, { confirmedAt, countsOn, bookedIn, credits }: SaleFactTerms) => ({
  revision: 1,
  recordedAt: confirmedAt.toISOString(),
  on: sale.signedOn,
  countsOn,
  bookedIn,
  saleId: sale._id,
  customerId: sale.customerId,
  amountFen: sale.amountFen,
  credits,
});

export const saleFactIdOf = (saleId: string): string => `sale:${saleId}`;

/** A confirmed sale as pay sees it: it happened when it was signed and counts when it was confirmed, see `dayItCounts`. */
export function saleFact(sale: SaleRecord, decision: SaleFactTerms): SaleFact {
  return {
    id: saleFactIdOf(sale._id),
    kind: "sale",
    source: "confirmation",
    visitIds: sale.footsteps,
    ...common(sale, decision),
  };
}

/** A customer's first order. */
export function newCustomerFact(sale: SaleRecord, decision: SaleFactTerms): NewCustomerFact {
  return { id: firstOrderFactIdOf(sale.customerId), kind: "newCustomer", source: "derived", ...common(sale, decision) };
}

/** What the ledger names for what a sale pays. */
export const saleCause = (sale: Pick<SaleRecord, "_id">): Cause => ({ kind: "sale", id: sale._id });
