/** Brings a part of the page into sight and gives it the focus. */
export function reveal(id: string): void {
  // After what has just been said about it is drawn.
  setTimeout(() => {
    const part = document.getElementById(id);
    part?.scrollIntoView({ block: "center" });
    part?.focus({ preventScroll: true });
  });
}
