import { useSyncExternalStore } from "react";

/* In a mini-program a field takes the focus by a property alone: which one is to have it is kept here. */

let wantedId: string | null = null;
const listeners = new Set<() => void>();

function watch(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** @param id of the field; null: whoever has it keeps it */
export function wantFocus(id: string | null): void {
  if (wantedId === id) return;
  wantedId = id;
  for (const listener of listeners) listener();
}

/** For a field: whether it is to take the focus, and what tells that it has had it. */
export function useWantedFocus(id: string): { focus: boolean; done: () => void } {
  const focus = useSyncExternalStore(watch, () => wantedId === id);
  return { focus, done: () => focus && wantFocus(null) };
}
