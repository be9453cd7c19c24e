/*
 * The browser knows no sheet: its back key leaves the page below it. So while something lies over the page, one entry of ours lies
 * over the page's in the history, with the same address; going back takes that away, and the router hears nothing of it. Going back
 * by ourselves takes a while, in which nothing is pushed and no page is opened: `settle` does what is still wanted afterwards.
 */

const mark = "sheet";
/** A going back of which the browser never tells must not lock the product; it takes a few milliseconds. */
const goingMaxMs = 1_000;

interface Holder {
  onBack: () => void;
}

/** What lies over the page, the topmost last. */
let holders: Holder[] = [];
/** The address below our entry, while that stands. */
let standsAt: string | null = null;
/** Our own going back is under way. */
let going: ReturnType<typeof setTimeout> | null = null;
/** Whoever opens a page once our entry is gone. */
const waiters: (() => unknown)[] = [];

const isOurs = (state: unknown): boolean => typeof state === "object" && state !== null && mark in state;

function settle(): void {
  if (going !== null) return;
  if (standsAt !== null) {
    if (holders.length === 0 || waiters.length > 0) goBack();
    return;
  }
  const open = waiters.shift();
  if (open) {
    // What lies over the page that is left needs no entry.
    holders = [];
    open();
    settle();
  } else if (holders.length > 0) stand();
}

function stand(): void {
  standsAt = window.location.href;
  const page: unknown = window.history.state;
  window.history.pushState({ ...(typeof page === "object" ? page : null), [mark]: true }, "");
}

function goBack(): void {
  going = setTimeout(() => {
    gone();
    standsAt = null;
    settle();
  }, goingMaxMs);
  window.history.back();
}

function gone(): void {
  if (going !== null) clearTimeout(going);
  going = null;
  standsAt = isOurs(window.history.state) ? window.location.href : null;
}

function onPop(event: PopStateEvent): void {
  const stoodAt = standsAt;
  const wasGoing = going !== null;
  gone();
  if (stoodAt === window.location.href) {
    event.stopImmediatePropagation();
    if (!wasGoing) holders.pop()?.onBack();
  } else {
    // The router hears of another page, and of an entry that a reload or the forward key has brought back; that one goes silently.
    holders = [];
  }
  settle();
}

// Before the router's: it would take the page away.
window.addEventListener("popstate", onPop, true);

/** While something lies over the page, the back key calls this instead of leaving the page. @returns what ends that */
export function holdBack(onBack: () => void): () => void {
  const mine = { onBack };
  holders.push(mine);
  settle();
  return () => {
    holders = holders.filter((one) => one !== mine);
    settle();
  };
}

/** Calls `open`, which opens a page, once no entry of ours lies over the present one: at once where none does. */
export function afterRelease(open: () => unknown): void {
  waiters.push(open);
  settle();
}
