import { hashKey, type InfiniteData, useInfiniteQuery } from "@tanstack/react-query";
import type { Shape } from "@/api/shape";
import { failureOf } from "@/features/failure";
import { useWords } from "@/texts";
import type { Failure } from "@/ui";
import { type CopyPlace, readCopy, useKeptCopy } from "./keptCopy";
import { type QueryView, useQueryGate, useShownTime } from "./useApiQuery";

interface ListPage<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** A list as it is kept: page after page, from the newest on. */
export type ListPages<Page> = InfiniteData<Page, string | null>;

export interface ListQueryView<Item, Page> extends Omit<QueryView<Page>, "isCopy"> {
  /** Of the pages that were asked for, newest first. */
  items: Item[];
  /** The last page that was asked for. */
  last: Page | undefined;
  /** The way to earlier ones; null where there are none. */
  earlier: { busy: boolean; failure: Failure | null; show: () => void } | null;
}

/** The name under which a list's pages are kept; the name alone is for a single answer. */
export const listKey = (key: readonly string[]): string[] => [...key, "list"];

/**
 * A long list: earlier pages come when the person asks for them, and all that are shown are read anew together.
 * @param keep the shape of a page; without it nothing of the list stays on this phone
 * @param isLook as with `useApiQuery`
 */
export function useApiListQuery<Item, Page extends ListPage<Item>>(
  key: readonly string[],
  read: (cursor: string | null) => Promise<Page>,
  idOf: (item: Item) => string,
  {
    everyMs,
    keep,
    isLook = false,
    enabled = true,
  }: { everyMs?: number; keep?: Shape; isLook?: boolean; enabled?: boolean },
): ListQueryView<Item, Page> {
  const { t, language } = useWords();
  const { mayAsk, isInFront, needsIdentity, identity, isReaderKnown, placeOf } = useQueryGate(key);
  const place = keep ? placeOf(keep) : null;
  const query = useInfiniteQuery({
    queryKey: listKey(key),
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    enabled: enabled && mayAsk,
    meta: { isLook },
    ...(everyMs && { refetchInterval: everyMs }),
    ...(place && { initialData: () => pagesOfCopy<Page>(hashKey(listKey(key)), place), initialDataUpdatedAt: 0 }),
  });
  const pages = isReaderKnown ? (query.data?.pages ?? []) : [];
  const [first] = pages;
  useKeptCopy(listKey(key), place, first, query.dataUpdatedAt);
  useShownTime(listKey(key), isInFront && first !== undefined);
  const waits = needsIdentity || !isReaderKnown;
  const error = query.error ?? (waits ? identity.error : null);
  const failure = error ? failureOf(error, { t, language }, { isReading: true }) : null;
  return {
    data: first,
    state: first !== undefined ? "ready" : error ? "failed" : "loading",
    failure,
    refresh: () => (waits ? identity.refetch() : query.refetch()),
    items: withoutRepeats(
      pages.flatMap((page) => page.items),
      idOf,
    ),
    last: pages.at(-1),
    earlier: query.hasNextPage
      ? {
          busy: query.isFetchingNextPage,
          failure: query.isFetchNextPageError ? failure : null,
          show: () => void query.fetchNextPage(),
        }
      : null,
  };
}

/** The first page stays on this phone; those after it are asked for again. */
function pagesOfCopy<Page>(hash: string, place: CopyPlace): ListPages<Page> | undefined {
  const page = readCopy<Page>(hash, place);
  return page && { pages: [page], pageParams: [null] };
}

/** What came in while a page was being read stands on that and on the next. */
function withoutRepeats<Item>(items: readonly Item[], idOf: (item: Item) => string): Item[] {
  const seen = new Set<string>();
  return items.filter((item) => !seen.has(idOf(item)) && seen.add(idOf(item)));
}
