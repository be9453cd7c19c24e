import { useEffect, useRef, useState } from "react";
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

/** What became of a sale that was kept on this phone. */
export interface KeptSale {
  /** It waits still. */
  waits: QueuedSale | null;
  /** As the server has it. */
  arrived: SaleView | null;
  /** It waits no more, and the server does not have it: somebody has taken it out, as in another tab. */
  isDropped: boolean;
}

export function useKeptSale(kept: SaleView | null): KeptSale {
  const waits = queuedSalesOf(useQueueOfForm()).find(({ sale }) => sale.saleId === kept?.saleId) ?? null;
  // Not before it has gone: nobody but this phone knows it till then.
  const goneId = kept && !waits ? kept.saleId : "";
  const { data, failure, refresh } = useSale(goneId);
  const served = data?.sale;
  // What the phone knows of a returned sale is not yet the corrected one, nor is it where that was taken out elsewhere.
  const isThis = goneId !== "" && served !== undefined && served.revision >= (kept?.revision ?? 0);
  const isAnswered = useAnsweredOf(goneId, refresh);
  const isDropped = isAnswered && !isThis && (failure === null || failure.gone);
  return { waits, arrived: isThis ? served : null, isDropped };
}

/** Whether the server has been asked since this was gone: what was read before says nothing of it. */
function useAnsweredOf(goneId: string, ask: () => Promise<unknown>): boolean {
  const [answeredId, setAnsweredId] = useState("");
  const asking = useRef(ask);
  useEffect(() => {
    asking.current = ask;
  });
  useEffect(() => {
    if (goneId === "") return;
    let isOpen = true;
    void asking.current().then(() => isOpen && setAnsweredId(goneId));
    return () => {
      isOpen = false;
    };
  }, [goneId]);
  return goneId !== "" && answeredId === goneId;
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
