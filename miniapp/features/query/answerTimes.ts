import type { QueryCache } from "@tanstack/react-query";
import { readConnection } from "@/api/connection";

/*
 * When the server gave what a page shows. Each question has a time of its own: a page that lay behind others shows what it was told last,
 * however much other pages have been told since.
 */

/** By the query's hash; null: nobody knows. */
const answeredAt = new Map<string, Date | null>();

/** What the page in front shows, each with its time. */
const shown = new Map<object, Date | null>();
const listeners = new Set<() => void>();

/** Notes for every answer that comes, whoever has asked, by which time of the server it holds. */
export function noteAnswers(cache: QueryCache): void {
  cache.subscribe((event) => {
    if (event.type === "removed") answeredAt.delete(event.query.queryHash);
    else if (event.type === "updated" && event.action.type === "success")
      answeredAt.set(event.query.queryHash, readConnection().answeredAt);
  });
}

export const answerTimeOf = (hash: string): Date | null => answeredAt.get(hash) ?? null;

/** A copy of before has brought its time along. */
export const noteCopyTime = (hash: string, at: Date | null): void => void answeredAt.set(hash, at);

/** @param at undefined: it is not shown (any more) */
export function noteShown(token: object, at: Date | null | undefined): void {
  if (at === undefined) shown.delete(token);
  else shown.set(token, at);
  for (const listener of listeners) listener();
}

/** @returns what ends the listening */
export function onShown(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

const minuteMs = 60_000;

/**
 * The minute of the oldest of all that the page in front shows, in ms: everything on it is at least as new. null: nobody knows of some of it;
 * undefined: it shows nothing that was answered.
 */
export function shownSinceMs(): number | null | undefined {
  const times = [...shown.values()];
  if (times.length === 0) return undefined;
  const known = times.flatMap((at) => (at ? [at.getTime()] : []));
  return known.length < times.length ? null : Math.floor(Math.min(...known) / minuteMs) * minuteMs;
}
