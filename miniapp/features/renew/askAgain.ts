import { presentPath, restartAt } from "@/platform/navigation";
import { dropWhatBroke } from "@/features/query/keptCopy";
import { queryClient } from "@/features/query/queryClient";
import { routes } from "@/routes";

/** What broke a page is dropped, on the phone and in memory, and asked for again. @returns whether there was any */
export function askAgain(): boolean {
  const keys = dropWhatBroke();
  for (const queryKey of keys) {
    queryClient.removeQueries({ queryKey, exact: true, type: "inactive" });
    void queryClient.invalidateQueries({ queryKey, exact: true });
  }
  return keys.length > 0;
}

/** A page that breaks again within this time is not helped by opening it again. */
const onceMs = 60_000;
let openedAgainAtMs: number | null = null;

/** A page has broken as a whole and is blank: it is opened again once, without what it was drawing; after that 我的 is. */
export function openAgain(): void {
  // The browser tells of every error on the page, also of those that no page was broken by.
  if (!askAgain()) return;
  const again = openedAgainAtMs === null || Math.abs(Date.now() - openedAgainAtMs) >= onceMs;
  openedAgainAtMs = Date.now();
  const path = again ? presentPath() : null;
  // After the page that broke is done with.
  setTimeout(() => restartAt(path ?? routes.me()));
}
