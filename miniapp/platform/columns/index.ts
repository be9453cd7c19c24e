import Taro from "@tarojs/taro";
import { afterRelease } from "../backKey";
import { beside, came } from "../navigation";
import { sight } from "../page";

/*
 * Taro keeps the pages behind the one in front in the tree and hides them. On a wide window the last list among them is shown beside
 * it: a row opens in place of what was opened last, and Esc leads back to the row.
 */

/** Of a way back of which nothing is heard any more. It takes a few milliseconds. */
const wayMaxMs = 1_000;
/** Two columns from here on. */
const twoFromPx = 1280;

export interface Columns {
  /** The pages that lie on each other, without their parameters: the one in front is the last. */
  stack: readonly string[];
  /** The list beside the one in front; null: it stands alone. */
  list: string | null;
}

// Browsers' pages have their address with its stamp, which is also the id of their element.
const pathsOfStack = (): string[] => (Taro.getCurrentPages() as { path?: string }[]).map(({ path = "" }) => path);
const routeOf = (path: string): string => path.split("?")[0] ?? "";
const elementOf = (path: string): HTMLElement | null => document.getElementById(path);
/** Esc takes back what an input method suggests, and no page from whoever writes. */
const isTyping = ({ isComposing, target }: KeyboardEvent): boolean =>
  isComposing || (target instanceof Element && target.closest("input, textarea, select") !== null);
const addressRoute = (): string => routeOf(window.location.hash.slice(1));

/**
 * Puts lists beside what is opened from them, as long as the frame stands.
 * @param isList whether a page, by its address, lists what others show
 * @param isTab by its route; tabs stand alone
 * @param changed hears of another page in front, or beside it
 * @returns what ends it
 */
export function showColumns({
  isList,
  isTab,
  changed,
}: {
  isList: (address: string) => boolean;
  isTab: (route: string) => boolean;
  changed: (columns: Columns) => void;
}): () => void {
  /** Lists that something was opened from while there was room beside them. */
  const kept = new Set<string>();
  let lastTouched: Element | null = null;
  /** By list: the row that led away from it. */
  const rows = new Map<string, HTMLElement>();
  let shown: string | null = null;
  /** Until when a way back is waited for that Taro has not come to the end of: what it counts the pages by is of before. */
  let onTheWayUntilMs = 0;
  /** What is to take the place of the page that it ends at. */
  let wanted: string | null = null;

  const isOnTheWay = () => Date.now() < onTheWayUntilMs;
  const isRoomy = () => window.innerWidth >= twoFromPx;
  const placeOfList = (stack: string[]): number => {
    if (!isRoomy()) return -1;
    for (let at = stack.length - 2; at >= 0; at -= 1) if (kept.has(stack[at] ?? "")) return at;
    return -1;
  };

  function goBack(delta: number): void {
    onTheWayUntilMs = Date.now() + wayMaxMs;
    afterRelease(() => Taro.navigateBack({ delta }));
  }

  function arrived(): void {
    onTheWayUntilMs = 0;
    const to = wanted;
    wanted = null;
    settle();
    if (to !== null) void Taro.redirectTo({ url: to });
  }

  function settle(): void {
    const stack = pathsOfStack();
    for (const one of kept) if (!stack.includes(one)) kept.delete(one);
    const front = frontOf(stack);
    kept.delete(front);
    const list = stack[placeOfList(stack)] ?? null;
    for (const page of document.querySelectorAll<HTMLElement>(".taro_page")) {
      const isBeside = page.id === list;
      page.toggleAttribute("data-list", isBeside);
      page.toggleAttribute("data-detail", list !== null && page.id === front);
      // One main landmark at a time.
      page.querySelector(".page-body")?.setAttribute("role", isBeside ? "region" : "main");
    }
    const moved = shown !== null && front !== shown;
    shown = front;
    if (moved) follow(front, list);
    changed({ stack: stack.map(routeOf), list: list && routeOf(list) });
  }

  /** Whoever opened something from a list reads on there; back on the list they are on its row again. */
  function follow(front: string, list: string | null): void {
    const row = rows.get(front);
    if (row) {
      rows.delete(front);
      if (row.isConnected) row.focus();
      return;
    }
    const { activeElement } = document;
    const isInList = list !== null && elementOf(list)?.contains(activeElement) === true;
    // What had the focus may have gone with the page, or with a popup that led here.
    if (isInList || activeElement === null || activeElement === document.body) focus(front);
  }

  const touched = (event: Event) => {
    lastTouched = event.target instanceof Element ? event.target : null;
  };

  /** Paper has the one of two pages that somebody is in: the list where the focus is there, else what was opened from it. */
  function onPrint(): void {
    const stack = pathsOfStack();
    const list = stack[placeOfList(stack)];
    const isOfList = list !== undefined && elementOf(list)?.contains(document.activeElement) === true;
    for (const page of document.querySelectorAll<HTMLElement>(".taro_page")) {
      const isOff = isOfList ? page.id === frontOf(stack) : page.id === list;
      page.toggleAttribute("data-off-paper", isOff);
    }
  }

  function onKey(event: KeyboardEvent): void {
    touched(event);
    const stack = pathsOfStack();
    const at = placeOfList(stack);
    const isTaken = event.defaultPrevented || document.querySelector(".sheet, [data-popup]") !== null;
    // A key that is held down is said many times.
    if (event.key !== "Escape" || at < 0 || isTaken || isOnTheWay() || isTyping(event)) return;
    goBack(stack.length - 1 - at);
  }

  sight.stays = () => {
    const stack = pathsOfStack();
    const leaving = frontOf(stack);
    // The browser's tab goes to the back: no page of ours comes.
    if (document.visibilityState === "hidden" || !isRoomy()) return false;
    if (!isList(leaving) || isTab(addressRoute())) return false;
    kept.add(leaving);
    const row = document.activeElement;
    if (row instanceof HTMLElement && elementOf(leaving)?.contains(row)) rows.set(leaving, row);
    return true;
  };

  beside.opens = (path, inPlace = false) => {
    const stack = pathsOfStack();
    const at = placeOfList(stack);
    const list = stack[at];
    if (list === undefined || lastTouched === null || !elementOf(list)?.contains(lastTouched)) return false;
    const row = document.activeElement;
    if (row instanceof HTMLElement && elementOf(list)?.contains(row)) rows.set(list, row);
    // What lies above goes first: all of it where the list itself is replaced. Another row that is tapped meanwhile is opened instead.
    const delta = stack.length - 1 - at - (inPlace ? 0 : 1);
    if (delta === 0 && !isOnTheWay()) void Taro.redirectTo({ url: path });
    else {
      wanted = path;
      if (!isOnTheWay()) goBack(delta);
    }
    return true;
  };

  window.addEventListener("resize", settle);
  window.addEventListener("beforeprint", onPrint);
  document.addEventListener("pointerdown", touched, true);
  document.addEventListener("keydown", onKey);
  Taro.eventCenter.on(came, arrived);
  settle();
  return () => {
    sight.stays = () => false;
    beside.opens = () => false;
    window.removeEventListener("resize", settle);
    window.removeEventListener("beforeprint", onPrint);
    document.removeEventListener("pointerdown", touched, true);
    document.removeEventListener("keydown", onKey);
    Taro.eventCenter.off(came, arrived);
    kept.clear();
    settle();
  };
}

/** Moves the focus into the page in front, past the frame. */
export const focusPage = (): void => focus(frontOf(pathsOfStack()));

function focus(path: string): void {
  const page = elementOf(path);
  page?.setAttribute("tabindex", "-1");
  page?.focus({ preventScroll: true });
}

/** The name of the page in front, as the browser's tab has it. @returns what ends listening */
export function onTitle(told: () => void): () => void {
  const title = document.querySelector("title");
  const watch = new MutationObserver(told);
  if (title) watch.observe(title, { childList: true });
  return () => watch.disconnect();
}

export const titleNow = (): string => document.title;

/** The name of the page that is printed: as the browser's tab has it, or of the list beside the one in front. */
export const titleOnPaper = (): string =>
  document.querySelector(".taro_page[data-list]:not([data-off-paper]) .page-body")?.getAttribute("aria-label") ??
  titleNow();

/** "" before there is one. */
export const frontOf = (stack: readonly string[]): string => stack[stack.length - 1] ?? "";
