import type { AnswerOf } from "@shared/contracts";
import { keysToFind } from "@shared/domain/customerSearch";
import { tidiedLine } from "@shared/domain/tidyText";
import { findCustomers } from "@/api/clients";
import { type ListQueryView, useApiListQuery } from "@/features/query/useApiListQuery";
import { useSettled } from "@/features/query/useSettled";

type Page = AnswerOf<"customers.find">;
export type FoundCustomer = Page["items"][number];

/** How long nobody has typed before the server is asked. */
const settledMs = 300;

export interface CustomerSearch extends ListQueryView<FoundCustomer, Page> {
  /** Null while there is too little to look for. */
  asked: string | null;
  /** So many clients have the words that not all of them were looked through: the way to more goes on with it. */
  isCut: boolean;
}

/** The clients that the words find, of all that I may read. */
export function useCustomerSearch(typed: string): CustomerSearch {
  const words = tidiedLine(typed).trim();
  const asked = keysToFind(words).length > 0 ? words : null;
  const settled = useSettled(words, settledMs);
  const list = useApiListQuery<FoundCustomer, Page>(
    ["customers", "find", words],
    (cursor) => findCustomers({ words, ...(cursor !== null && { cursor }) }),
    ({ customerId }) => customerId,
    { enabled: asked !== null && settled },
  );
  return { ...list, asked, isCut: list.last?.isCut ?? false };
}
