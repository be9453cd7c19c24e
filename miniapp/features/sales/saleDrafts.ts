import { readStored } from "@/platform/storage";
import { type DraftName, type KeptDraft, peekDraft, takeDraft } from "@/features/draft/useDraft";
import { begunOf, openDraftOf } from "@/features/queue/queuedDrafts";
import { amountOf } from "./saleForm";

const nameOf = (draft: string): DraftName => `sale:${draft}`;

/** The one that was begun, else a new one's name that nothing goes by. @param base `new`, a client's or a sale's id */
export const saleDraftOf = (base: string): string => openDraftOf("sale", base);

/** What was typed of its amount, in fen; null for a draft of something else, and where that is no amount. */
export function amountOfDraft({ kind, key }: Pick<KeptDraft, "kind" | "key">): number | null {
  const kept = kind === "sale" ? readStored(key) : null;
  const amount = typeof kept === "object" && kept !== null && "amount" in kept ? kept.amount : null;
  return typeof amount === "string" ? amountOf({ amount }) : null;
}

/** Takes what was begun for a client under a name; null where there is nothing with an amount. */
export function takeBegun(base: string, customerId: string): Record<string, unknown> | null {
  const isOfClient = (name: string) => {
    const { customerId: of, amount } = peekDraft(nameOf(name)) ?? {};
    return typeof amount === "string" && amount !== "" && (of === customerId || base === customerId);
  };
  const name = begunOf("sale", base).find(isOfClient);
  return name === undefined ? null : takeDraft(nameOf(name));
}
