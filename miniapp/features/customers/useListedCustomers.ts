import type { AnswerOf, QueryOf } from "@shared/contracts";
import { keysToFind } from "@shared/domain/customerSearch";
import { tidiedLine } from "@shared/domain/tidyText";
import { listCustomers } from "@/api/clients";
import { type ListQueryView, useApiListQuery } from "@/features/query/useApiListQuery";
import { useSettled } from "@/features/query/useSettled";
import { useMe } from "@/features/session/useMe";

type Page = AnswerOf<"customers.list">;
type Asked = QueryOf<"customers.list">;
export type ListedCustomer = Page["items"][number];

/** How long nobody has typed before the server is asked. */
const settledMs = 300;

export const grades = ["A", "B", "C"] as const;
export const pins = ["none", "typed", "taken", "learned", "confirmed"] as const;

/** What is looked for by what was typed; empty where nothing can be found by it. */
export function wordsIn(typed: string): string {
  const tidy = tidiedLine(typed).trim();
  return keysToFind(tidy).length > 0 ? tidy : "";
}

/** What a view has kept may be none of them by now: then nothing is narrowed by it. */
export function narrowed({ grade, pin }: { grade: string; pin: string }): Pick<Asked, "grade" | "pin"> {
  const [ofGrade, ofPin] = [grades.find((one) => one === grade), pins.find((one) => one === pin)];
  return { ...(ofGrade && { grade: ofGrade }), ...(ofPin && { pin: ofPin }) };
}

/**
 * All clients that I may read, or those of them that the words find, of a grade and whose pin is known so; an empty text leaves everything.
 * An auditor's looks are noted, so nothing is asked again by itself.
 */
export function useListedCustomers(
  typed: string,
  filter: { grade: string; pin: string },
): ListQueryView<ListedCustomer, Page> {
  const isLook = useMe().data?.member.roles.includes("auditor") ?? true;
  const words = wordsIn(typed);
  const settled = useSettled(words, settledMs);
  return useApiListQuery<ListedCustomer, Page>(
    ["customers", "list", words, filter.grade, filter.pin],
    (cursor) =>
      listCustomers({
        ...(words !== "" && { words }),
        ...narrowed(filter),
        ...(cursor !== null && { cursor }),
      }),
    ({ customerId }) => customerId,
    { isLook, enabled: settled },
  );
}
