const reachable = '[tabindex="0"], input, textarea, select, a[href]';

/**
 * On H5: moves the focus into an open sheet, keeps Tab inside it, closes on Esc, and gives the focus back.
 * @returns what undoes it
 */
export function holdFocus(id: string, onClose: () => void): () => void {
  if (process.env.TARO_ENV !== "h5") return () => {};
  const before = document.activeElement as HTMLElement | null;
  const panel = document.getElementById(id);
  panel?.focus({ preventScroll: true });
  // What is longer than the sheet is scrolled by keys, too.
  const body = panel?.querySelector<HTMLElement>(".sheet-body");
  if (body && body.scrollHeight > body.clientHeight) body.tabIndex = 0;
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") onClose();
    if (event.key !== "Tab" || !panel) return;
    const inside = [...panel.querySelectorAll<HTMLElement>(reachable)];
    const first = inside[0];
    const last = inside[inside.length - 1];
    const active = document.activeElement;
    if (event.shiftKey ? active === first || active === panel : active === last) {
      event.preventDefault();
      (event.shiftKey ? last : first)?.focus();
    }
  };
  document.addEventListener("keydown", onKey);
  return () => {
    document.removeEventListener("keydown", onKey);
    before?.focus({ preventScroll: true });
  };
}
