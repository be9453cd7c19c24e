/*
 * The browser knows no sheet: its back key leaves the page below it. So while something lies over the page, an entry of ours lies
 * over the page's in the history, with the same address. Going back takes that away, and the router hears nothing of it.
 */

let over: { onBack: () => void } | null = null;
/** Our own going back is under way; nobody is to hear of it. */
let silent: (() => void) | null = null;

function onPop(event: PopStateEvent): void {
  if (silent) {
    event.stopImmediatePropagation();
    const done = silent;
    silent = null;
    return done();
  }
  if (!over) return;
  event.stopImmediatePropagation();
  const { onBack } = over;
  over = null;
  onBack();
}

// Before the router's: it would take the page away.
window.addEventListener("popstate", onPop, true);

/** While something lies over the page, the back key calls this instead of leaving the page. @returns what ends that */
export function holdBack(onBack: () => void): () => void {
  const mine = { onBack };
  over = mine;
  window.history.pushState(window.history.state, "");
  return () => {
    if (over === mine) void releaseBack();
  };
}

/** Takes our entry away, before another page comes. */
export function releaseBack(): Promise<void> {
  if (!over) return Promise.resolve();
  over = null;
  return new Promise((resolve) => {
    silent = resolve;
    window.history.back();
  });
}

export const isBackHeld = (): boolean => over !== null;
