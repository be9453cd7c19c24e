/** Whether the server was reached last time, and when. Screens say so; nothing is refused because of it. */
export interface Connection {
  reached: boolean;
  /** The server's time of the last answer; null before the first. */
  answeredAt: Date | null;
}

let connection: Connection = { reached: true, answeredAt: null };
const listeners = new Set<() => void>();

export const readConnection = (): Connection => connection;

/** @returns what ends the listening */
export function onConnection(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function tellConnection(reached: boolean, answeredAt: Date | null): void {
  // A new object only where a screen would show something else: the minute, or the connection itself.
  const sameMinute = Math.floor((answeredAt?.getTime() ?? 0) / 60_000) === minuteOf(connection.answeredAt);
  if (reached === connection.reached && (answeredAt === null || sameMinute)) return;
  connection = { reached, answeredAt: answeredAt ?? connection.answeredAt };
  for (const listener of listeners) listener();
}

const minuteOf = (at: Date | null): number => Math.floor((at?.getTime() ?? 0) / 60_000);

const returns = new Set<() => void>();

/** Runs when the phone has a network again. @returns what ends that */
export function onOnline(listener: () => void): () => void {
  returns.add(listener);
  return () => void returns.delete(listener);
}

export function tellOnline(): void {
  for (const listener of returns) listener();
}
