import { useMemo } from "react";
import { statementsShapes } from "@/api/answerShapes/statements";
import { previewSale } from "@/api/sales";
import { readReceipt } from "@/api/statements";
import { useApiQuery } from "@/features/query/useApiQuery";
import { useSettled } from "@/features/query/useSettled";
import { useWords } from "@/texts";
import type { SaleForm } from "./saleForm";
import { previewAnswered, previewOf, type SalePreview } from "./salePreview";

/** How long nobody has typed before the server is asked. */
const settledMs = 300;

export type SalePreviewState = SalePreview | "needsAmount" | "unavailable" | "loading";

/** By the server as soon as it has answered for what stands there; until then computed on this phone, at every key. */
export function useSalePreview(form: SaleForm, amountFen: number | null, today: string): SalePreviewState {
  const period = today.slice(0, 7);
  const receipt = useApiQuery(["receipt", period], () => readReceipt(period), {
    enabled: today !== "",
    keep: statementsShapes["statements.receipt"],
  });
  const { saleId, customerId, signedOn } = form;
  const { language } = useWords();
  const asked = { customerId, amountFen: amountFen ?? 0, signedOn };
  const key = ["salePreview", customerId, String(amountFen), signedOn, today, language];
  const isSettled = useSettled(key.join(" "), settledMs);
  const complete = customerId !== "" && amountFen !== null && signedOn !== "";
  const answer = useApiQuery(key, () => previewSale(asked), { enabled: complete && isSettled });
  return useMemo(() => {
    if (amountFen === null) return "needsAmount";
    if (complete && answer.data) return previewAnswered(answer.data);
    if (!receipt.data) return receipt.state === "failed" ? "unavailable" : "loading";
    const sale = { saleId, customerId, amountFen, signedOn, countsOn: today };
    return previewOf(receipt.data.receipt, sale, language) ?? "unavailable";
  }, [complete, answer.data, receipt.data, receipt.state, saleId, customerId, signedOn, amountFen, today, language]);
}
