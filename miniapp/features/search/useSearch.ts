import { useSyncExternalStore } from "react";
import type { AnswerOf } from "@shared/contracts";
import { searchForm } from "@shared/domain/customerSearch";
import { tidiedLine } from "@shared/domain/tidyText";
import { onConnection, readConnection } from "@/api/connection";
import { search } from "@/api/search";
import { found, useCustomers } from "@/features/customers/useCustomers";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import { useSettled } from "@/features/query/useSettled";
import { useKnownSales } from "@/features/sales/useSale";
import { useMe } from "@/features/session/useMe";
import type { MenuTexts } from "@/texts";
import { type Entry, menuFoundBy } from "./menu";

type Answer = AnswerOf<"search.find">;

/** How long nobody has typed before the server is asked. */
const settledMs = 300;
/** As many of a kind as the server tells. */
const shownMax = 8;

export interface Search extends Pick<QueryView<Answer>, "state" | "failure" | "refresh"> {
  /** Null while nothing is looked for. */
  asked: string | null;
  /** Null until it is known. */
  found: Answer | null;
  menu: Entry[];
  /** The server is not reached: only what is on this phone was looked through. */
  isHereOnly: boolean;
}

/** Customers, people and sales that the words find among what I may read, and pages by their name. @param names of pages */
export function useSearch(typed: string, names: MenuTexts["entries"]): Search {
  const words = tidiedLine(typed).trim();
  const asked = searchForm(words) === "" ? null : words;
  const settled = useSettled(words, settledMs);
  const { reached } = useSyncExternalStore(onConnection, readConnection, readConnection);
  const me = useMe().data;
  const can = me?.can ?? [];
  const answer = useApiQuery(["search", words], () => search(words), {
    enabled: asked !== null && settled,
    // What an auditor finds is noted: nothing asks for it again by itself.
    isLook: me?.member.roles.includes("auditor") ?? true,
  });
  const isHereOnly = !reached && answer.data === undefined;
  const here = useHere(isHereOnly ? asked : null);
  return {
    asked,
    found: answer.data ?? here,
    menu: asked === null ? [] : menuFoundBy(asked, can, names),
    isHereOnly,
    state: here ? "ready" : answer.state,
    failure: answer.failure,
    refresh: answer.refresh,
  };
}

/** Own clients and sales, as far as they are kept on this phone. */
function useHere(words: string | null): Answer | null {
  const customers = useCustomers({ enabled: false }).data ?? [];
  const sales = useKnownSales();
  if (words === null) return null;
  const form = searchForm(words);
  const clients = found(customers, words).map(({ customerId, name, shortName, grade, stage, sites }) => ({
    ...{ customerId, name, shortName, grade, stage, address: sites[0]?.address ?? null, ownerNames: [] },
  }));
  const sold = sales
    .filter(({ contractNo }) => form.length > 2 && searchForm(contractNo ?? "").startsWith(form))
    .map(({ rep, ...sale }) => ({ ...sale, repName: rep.name }));
  return { customers: firstOf(clients), people: firstOf([]), plans: firstOf([]), sales: firstOf(sold) };
}

const firstOf = <Item>(items: Item[]) => ({ items: items.slice(0, shownMax), hasMore: items.length > shownMax });
