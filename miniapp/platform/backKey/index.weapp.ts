/** In the mini-program a sheet holds the back key by a component of its own: see ui/Sheet/BackKey. */
export const holdBack =
  (_onBack: () => void): (() => void) =>
  () => {};
export function afterRelease(open: () => unknown): void {
  open();
}
