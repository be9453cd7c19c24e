import type { AnswerOf, SaleView } from "@shared/contracts";
import { listSales } from "@/api/sales";
import { type ListQueryView, useApiListQuery } from "@/features/query/useApiListQuery";
import { type Looked, useTableLook } from "@/features/tables/useTableLook";
import { useMe } from "@/features/session/useMe";

type Page = AnswerOf<"sales.list">;

export const saleStates = ["submitted", "returned", "confirmed", "cancelled"] as const;

/** What of all sales is asked for; an empty text asks for all. */
interface Asked {
  state: string;
  period: string;
  isOldestFirst: boolean;
}

/** All sales that I may read, by when they were recorded. An auditor's looks are noted, so nothing is asked again by itself. */
export function useSeenSales({ state, period, isOldestFirst }: Asked): ListQueryView<SaleView, Page> {
  const isLook = useMe().data?.member.roles.includes("auditor") ?? true;
  const known = saleStates.find((one) => one === state);
  const order = isOldestFirst ? "oldest" : "newest";
  return useApiListQuery<SaleView, Page>(
    ["sales", "seen", state, period, order],
    (cursor) =>
      listSales({
        view: "seen",
        order,
        ...(known && { state: known }),
        ...(period !== "" && { period }),
        ...(cursor !== null && { cursor }),
      }),
    ({ saleId }) => saleId,
    { isLook, ...(!isLook && { everyMs: 60_000 }) },
  );
}

/** How they are narrowed, in the list of a phone and the table of a monitor. @param first the state that a link is about; empty: as it was left */
export const useSalesLook = (first: string): Looked =>
  useTableLook("sales", { sort: { by: "recordedAt", isDescending: true } }, first === "" ? null : { state: first });
