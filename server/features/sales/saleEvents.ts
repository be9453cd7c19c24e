import type { NewEvent } from "../../outbox";
import { type SaleReturned, saleReturned, saleSubmitted, saleWithdrawn } from "./events";
import type { SaleRecord } from "./saleModel";

const about = ({ _id: saleId, revision }: Pick<SaleRecord, "_id" | "revision">) =>
  ({ partition: `sale:${saleId}`, cause: `sale:${saleId}:${revision}` }) as const;

/** That it waits for a decision, as it stands now. */
export const submittedEvent = (sale: Pick<SaleRecord, "_id" | "revision">): NewEvent =>
  saleSubmitted.of({ payload: { saleId: sale._id }, ...about(sale) });

export function returnedEvent(
  sale: SaleRecord,
  by: Pick<SaleReturned, "reason" | "returnedByName" | "insteadOfName" | "returnedAt">,
): NewEvent {
  const { _id: saleId, revision, repId, customerName, amountFen } = sale;
  return saleReturned.of({ payload: { saleId, revision, repId, customerName, amountFen, ...by }, ...about(sale) });
}

/** @param sale as it waited: whoever was asked was asked about this revision */
export function withdrawnEvent(sale: SaleRecord, now: Date): NewEvent {
  const { _id: saleId, revision, repId, repName, teamId, customerName, amountFen } = sale;
  const payload = { saleId, revision, repId, repName, teamId, customerName, amountFen, withdrawnAt: now.toISOString() };
  return saleWithdrawn.of({ payload, ...about(sale) });
}
