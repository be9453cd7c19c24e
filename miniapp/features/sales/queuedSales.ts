import type { AnswerOf, BodyOf, SaleView } from "@shared/contracts";
import { type SaleAsked, saleAskedBy } from "@shared/domain/saleQuestion";
import { isAnswerOf } from "@/api/sync";
import { forget } from "@/platform/storage";
import { commandQueue } from "@/features/queue/commandQueue";
import type { QueueEntry } from "@/features/queue/createQueue";
import { useQueue, useQueueOfForm } from "@/features/queue/useQueue";
import { useSale } from "./useSale";

/** A sale that is on this phone and has not arrived. */
export interface QueuedSale {
  entry: QueueEntry;
  /** As it will be recorded. */
  sale: SaleView;
}

/** The sale that an entry is; null where it is something else. */
export const saleOf = ({ kind, shown }: QueueEntry): SaleView | null =>
  // Its shape has just been looked at.
  (kind === "sales.submit" || kind === "sales.resubmit") && isAnswerOf(kind, shown)
    ? (shown as AnswerOf<"sales.submit">).sale
    : null;

export const queuedSalesOf = (entries: readonly QueueEntry[]): QueuedSale[] =>
  entries.flatMap((entry) => {
    const sale = saleOf(entry);
    return sale ? [{ entry, sale }] : [];
  });

/** Those that wait on this phone, the newest first. */
export const useQueuedSales = (): QueuedSale[] => queuedSalesOf(useQueue()).reverse();

export const useQueuedSale = (saleId: string): QueuedSale | null =>
  useQueuedSales().find(({ sale }) => sale.saleId === saleId) ?? null;

/** What became of a sale that was kept on this phone: it waits still; or it has arrived, as the server has it. */
export function useKeptSale(kept: SaleView | null): { waits: QueuedSale | null; arrived: SaleView | null } {
  const waits = queuedSalesOf(useQueueOfForm()).find(({ sale }) => sale.saleId === kept?.saleId) ?? null;
  // Not before it has gone: nobody but this phone knows it till then.
  const served = useSale(kept && !waits ? kept.saleId : "").data?.sale;
  // What the phone knows of a returned sale is not yet the corrected one, nor is it where that was taken out elsewhere.
  const isThis = kept !== null && !waits && served !== undefined && served.revision >= kept.revision;
  return { waits, arrived: isThis ? served : null };
}

export const askedOf = ({ look, problem }: QueueEntry): SaleAsked | null =>
  look === "refused" && problem ? saleAskedBy(problem) : null;

/** What the person says to a question, as a sale's body says it. */
const said = { repeated: { repeatSeen: true }, large: { largeAmountSeen: true } } satisfies Record<
  string,
  Partial<BodyOf<"sales.submit">>
>;

/** Yes: it is another sale, or the sum is meant. It is sent again with that. */
export const sayYes = ({ entry }: QueuedSale, { kind }: SaleAsked): void =>
  void (kind !== "decided" && commandQueue.retry(entry.commandId, said[kind]));

/** It is recorded already: what waits here has done its work, and its draft with it. */
export function letGo({ commandId, draft }: Pick<QueueEntry, "commandId" | "draft">): void {
  void commandQueue.drop(commandId);
  if (draft !== null) forget(draft);
}
