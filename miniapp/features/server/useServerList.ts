import { type Served, useServer } from "./useServer";
import { useState } from "react";

interface ListPage<Item> {
  items: Item[];
  nextCursor: string | null;
}

export interface ServedList<Item, Page> extends Served<Page> {
  /** Of the pages that were asked for, newest first. */
  items: Item[];
  /** The way to earlier ones; null where there are none. */
  earlier: { busy: boolean; show: () => void } | null;
}

/** A long list: the first page lives on by itself, earlier ones come when the person asks for them. */
export function useServerList<Item, Page extends ListPage<Item>>(
  key: readonly string[],
  read: (cursor: string | null) => Promise<Page>,
  idOf: (item: Item) => string,
  everyMs: number,
): ServedList<Item, Page> {
  const first = useServer(key, () => read(null), { keep: true, everyMs });
  const [pages, setPages] = useState(0);
  const cursor = first.data?.nextCursor ?? null;
  const rest = useServer([...key, "earlier", cursor ?? "", String(pages)], () => readOn(read, cursor, pages), {
    enabled: pages > 0 && cursor !== null,
    stay: true,
  });
  const known = pages > 0 ? rest.data : undefined;
  const more = known ? known.nextCursor !== null : cursor !== null;
  const busy = pages > 0 && (rest.state === "loading" || (known !== undefined && known.pages < pages && more));
  return {
    ...first,
    items: withoutRepeats([...(first.data?.items ?? []), ...(known?.items ?? [])], idOf),
    earlier: more || rest.state === "failed" ? { busy, show: () => showMore() } : null,
  };

  function showMore(): void {
    if (pages > 0 && rest.state === "failed") void rest.refresh();
    else if (!busy) setPages(pages + 1);
  }
}

/** Reads this many pages after a cursor. */
async function readOn<Item>(
  read: (cursor: string | null) => Promise<ListPage<Item>>,
  cursor: string | null,
  pages: number,
): Promise<{ items: Item[]; nextCursor: string | null; pages: number }> {
  const items: Item[] = [];
  let next = cursor;
  for (let page = 0; page < pages && next !== null; page += 1) {
    const answer = await read(next);
    items.push(...answer.items);
    next = answer.nextCursor;
  }
  return { items, nextCursor: next, pages };
}

/** What came in between two pages stands on both. */
function withoutRepeats<Item>(items: readonly Item[], idOf: (item: Item) => string): Item[] {
  const seen = new Set<string>();
  return items.filter((item) => !seen.has(idOf(item)) && seen.add(idOf(item)));
}
