/** Milliseconds on a clock that nobody can set, where the phone has one; only differences mean anything. */
export function monotonicMs(): number {
  return typeof performance !== "undefined" && typeof performance.now === "function" ? performance.now() : Date.now();
}
