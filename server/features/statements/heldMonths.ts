import type { Fact, Statement } from "@shared/domain/pay";
import type { Deps } from "../../deps";
import { perProcess } from "../../lib/perProcess";
import { canonicalJson } from "../../lib/canonicalJson";
import type { Sums } from "../performance";
import type { MonthSummary } from "./monthSummary";

/** What names one state of a month: nobody else writes another with the same. */
export interface StoredState {
  revision: number;
  bookRevision: number;
  pricedAt: Date;
}

/** All of a month that changes only with its booking revision. */
export interface HeldMonth extends StoredState {
  statement: Statement;
  summary: MonthSummary | null;
  facts: readonly Fact[];
}

/** What a member has brought to a unit in a month, and the facts that it is folded from. */
export interface HeldShare {
  revision: number;
  sums: Sums;
  facts: readonly Fact[];
}

/** The least lately used are dropped beyond so many, and beyond so many facts in all. */
const entriesMax = 1_000;
const factsMax = 20_000;

class Held<Value extends { facts: readonly Fact[] }> {
  private readonly entries = new Map<string, Value>();
  private factsCount = 0;

  get(key: string): Value | undefined {
    const found = this.entries.get(key);
    if (found) this.entries.delete(key);
    if (found) this.entries.set(key, found);
    return found;
  }

  hold(key: string, value: Value): void {
    this.drop(key);
    this.entries.set(key, value);
    this.factsCount += value.facts.length;
    // A Map keeps the order in which keys came.
    for (const oldest of this.entries.keys()) {
      if (this.entries.size <= entriesMax && this.factsCount <= factsMax) break;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    this.factsCount -= this.entries.get(key)?.facts.length ?? 0;
    this.entries.delete(key);
  }
}

/**
 * Months that this process has booked into, so that the next booking does not read all of their facts again: what it holds counts
 * only while the database still names the state that it is of, which is one small read. Whoever books counts the revision up in
 * the transaction of the facts, and so makes all other processes read again.
 */
export const heldMonths = perProcess<Pick<Deps, "caches">, { months: Held<HeldMonth>; shares: Held<HeldShare> }>(
  () => ({ months: new Held(), shares: new Held() }),
);

export const isSameState = (a: StoredState, b: StoredState): boolean =>
  a.revision === b.revision && a.bookRevision === b.bookRevision && a.pricedAt.getTime() === b.pricedAt.getTime();

export const isSameShare = (a: Omit<HeldShare, "facts">, b: Omit<HeldShare, "facts">): boolean =>
  a.revision === b.revision && canonicalJson(a.sums) === canonicalJson(b.sums);
