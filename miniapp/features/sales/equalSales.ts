import type { SaleView } from "@shared/contracts";
import { type UsualSum, usualDays } from "@shared/domain/sale";
import { addDays } from "@shared/domain/time";
import type { QueueEntry } from "@/features/queue/createQueue";
import { queuedSalesOf } from "./queuedSales";
import { amountOf, type SaleForm } from "./saleForm";

/** A sale that the one in the form may be. `isKept`: it has not gone yet. */
export interface EqualSale {
  saleId: string;
  submittedAt: string;
  isKept: boolean;
}

/** An equal sale that waits on this phone as well. */
export function equalWaiting(entries: readonly QueueEntry[], form: SaleForm): EqualSale | null {
  const waiting = queuedSalesOf(entries).filter(({ entry }) => entry.commandId !== form.commandId);
  const equal = equalAmong(
    waiting.map(({ sale }) => sale),
    form,
  );
  return equal && { ...equal, isKept: true };
}

/** An equal one of those that this phone knows: with a network the server is asked, which knows them all, as they are now. */
export function equalAmong(sales: readonly SaleView[], form: SaleForm): EqualSale | null {
  const equal = sales.find(
    (sale) =>
      sale.saleId !== form.saleId &&
      sale.state !== "cancelled" &&
      sale.customerId === form.customerId &&
      sale.signedOn === form.signedOn &&
      sale.amountFen === amountOf(form),
  );
  return equal ? { saleId: equal.saleId, submittedAt: equal.submittedAt, isKept: false } : null;
}

/** The largest of those that this phone knows and that were confirmed; null: it knows none. */
export function largestAmong(sales: readonly SaleView[], today: string): UsualSum | null {
  const from = addDays(today, -usualDays);
  const counted = sales.filter(({ state, signedOn }) => state === "confirmed" && signedOn >= from);
  const fen = Math.max(0, ...counted.map(({ amountFen }) => amountFen));
  return fen > 0 ? { than: "largest", fen } : null;
}
