const reachable = 'input, button, [role="button"][tabindex="0"]';

/**
 * ↑ and ↓ go through what can be tapped in a part of the page, from its field on; Enter in the field opens the first of what is found.
 * @param id of the part
 * @returns what ends it
 */
export function goByArrows(id: string): () => void {
  const part = document.getElementById(id);
  const onKey = (event: KeyboardEvent) => {
    if (!part || event.isComposing || event.defaultPrevented) return;
    const all = [...part.querySelectorAll<HTMLElement>(reachable)];
    const at = all.findIndex((one) => one === document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const isField = document.activeElement instanceof HTMLInputElement;
    if (event.key === "Escape" && at > 0 && !isField) {
      event.preventDefault();
      all[0]?.focus();
    } else if (event.key === "Enter" && isField) {
      event.preventDefault();
      // What stands there where nothing was found adds something: that is tapped on purpose.
      all.find((one) => /^found-(?!add-)/.test(one.id))?.click();
    } else if (step !== undefined && at >= 0) {
      event.preventDefault();
      all[at + step]?.focus();
    }
  };
  part?.addEventListener("keydown", onKey);
  return () => part?.removeEventListener("keydown", onKey);
}
