import { useState } from "react";
import type { AnswerOf } from "@shared/contracts";
import { isRatherKept } from "@shared/domain/customerMerge";
import { normalisedPhone } from "@shared/domain/phone";
import { ApiError } from "@/api/apiError";
import { mergeCustomers, readMergePreview, undoMerge } from "@/api/clients";
import { findSimilar } from "@/api/customers";
import { vibrate } from "@/platform/haptics";
import { type Command, useCommand } from "@/features/command/useCommand";
import { queryClient } from "@/features/query/queryClient";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import type { SimilarCustomer } from "./useCustomerForm";
import { type CustomerPage, useCustomer } from "./useCustomer";

export type MergePreview = AnswerOf<"customers.mergePreview">;

/** Clients that this one may be, of those that the person may open: whom a leader would make one with it. */
export function useDoubles(customerId: string): SimilarCustomer[] {
  const page = useCustomer(customerId).data;
  const answer = useApiQuery(
    ["customer", customerId, "doubles"],
    () => (page ? findSimilar(likenessOf(page)) : Promise.resolve({ items: [] })),
    { enabled: page?.may.merge === true },
  );
  return (answer.data?.items ?? []).filter(({ mayOpen }) => mayOpen);
}

function likenessOf({ customer }: CustomerPage) {
  const { customerId, name, shortName, contacts, sites, creditCode } = customer;
  const phones = (contacts ?? []).flatMap(({ phone }) => (phone && normalisedPhone(phone) !== null ? [phone] : []));
  const pins = sites.flatMap(({ latDeg, lngDeg }) => (latDeg === null || lngDeg === null ? [] : [{ latDeg, lngDeg }]));
  return { name, shortName, phones, pins: pins.slice(0, 20), exceptId: customerId, ...(creditCode && { creditCode }) };
}

const previewKey = "mergePreview";

/** What would become of the two, and the way round. */
export interface MergeLook {
  preview: QueryView<MergePreview>;
  /** The other one stays. */
  swap: () => void;
}

/** What would become of the two. Until the person says which stays it is proposed: the one with more history, where they may. */
export function useMergePreview(customerId: string, otherId: string | null): MergeLook {
  const [chosen, setChosen] = useState<boolean | null>(null);
  const asAsked = usePreview(customerId, otherId, true);
  // By what was seen first: it is not turned round under somebody who reads it.
  const [proposed, setProposed] = useState<boolean | null>(null);
  if (proposed === null && asAsked.data) setProposed(isRatherKept(asAsked.data.other, asAsked.data.kept));
  const isWanted = chosen ?? proposed ?? false;
  const swapped = usePreview(otherId ?? "", customerId, isWanted && otherId !== null);
  // To gain nothing by it, some may make two one only in one direction: what is merely proposed yields to that.
  const isSwapped = isWanted && (chosen !== null || swapped.state !== "failed");
  return { preview: isSwapped ? swapped : asAsked, swap: () => setChosen(!isSwapped) };
}

const usePreview = (customerId: string, otherId: string | null, enabled: boolean): QueryView<MergePreview> =>
  useApiQuery([previewKey, customerId, otherId ?? ""], () => readMergePreview(customerId, otherId ?? ""), {
    enabled: enabled && otherId !== null,
  });

/** Makes one of the two as they were looked at. */
export const useMerge = (preview: QueryView<MergePreview>): Command<{ reason: string }, string> =>
  useCommand(async (commandId: string, { reason }: { reason: string }) => {
    const { data } = preview;
    if (!data) throw new Error("nothing has been looked at"); // the button is not there before
    const { kept, other } = data;
    const body = {
      ...{ commandId, otherId: other.customerId, revision: kept.revision, otherRevision: other.revision },
      reason: reason.trim() || null,
    };
    const answer = await mergeCustomers(kept.customerId, body).catch((error: unknown) => {
      // What others have changed is to be seen first.
      if (error instanceof ApiError && error.code === "stale") void preview.refresh();
      throw error;
    });
    vibrate("light");
    // What would become of the two is no question any more: the server refuses it of clients that are one.
    await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== previewKey });
    return answer.customerId;
  });

/** Takes a merge back, as the client stands. */
export const useUndoMerge = (page: QueryView<CustomerPage>): Command<{ otherId: string }, string> =>
  useCommand(async (commandId: string, { otherId }: { otherId: string }) => {
    if (!page.data) throw new Error("nothing has been looked at"); // the button is not there before
    const { customerId, revision } = page.data.customer;
    const answer = await undoMerge(customerId, { commandId, otherId, revision }).catch((error: unknown) => {
      if (error instanceof ApiError && error.code === "stale") void page.refresh();
      throw error;
    });
    vibrate("light");
    await queryClient.invalidateQueries();
    return answer.customerId;
  });
