import type { ClientSession } from "mongoose";

const listeners = new Set<() => void>();
const announced = new WeakSet<ClientSession>();

/** Looks for work as soon as the transaction of this session has ended, so that the next poll need not be waited for. */
export function wakeAfter(session: ClientSession): void {
  if (announced.has(session)) return;
  announced.add(session);
  session.once("ended", wake);
}

export function wake(): void {
  for (const listener of listeners) listener();
}

/** @returns ends the listening */
export function onWake(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
