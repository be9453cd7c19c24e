import type { AnswerOf } from "@shared/contracts";
import { keysToFind } from "@shared/domain/customerSearch";
import { tidiedLine } from "@shared/domain/tidyText";
import { listCustomers } from "@/api/customers";
import { type ListQueryView, useApiListQuery } from "@/features/query/useApiListQuery";
import { useSettled } from "@/features/query/useSettled";
import { useMe } from "@/features/session/useMe";

type Page = AnswerOf<"customers.list">;
export type ListedCustomer = Page["items"][number];

/** How long nobody has typed before the server is asked. */
const settledMs = 300;

/** All clients that I may read, or those of them that the words find. An auditor's looks are noted, so nothing is asked again by itself. */
export function useListedCustomers(typed: string): ListQueryView<ListedCustomer, Page> {
  const isLook = useMe().data?.member.roles.includes("auditor") ?? true;
  const tidy = tidiedLine(typed).trim();
  const words = keysToFind(tidy).length > 0 ? tidy : "";
  const settled = useSettled(words, settledMs);
  return useApiListQuery<ListedCustomer, Page>(
    ["customers", "list", words],
    (cursor) => listCustomers({ ...(words !== "" && { words }), ...(cursor !== null && { cursor }) }),
    ({ customerId }) => customerId,
    { isLook, enabled: settled },
  );
}
