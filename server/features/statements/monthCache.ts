import type { Fact, GivenInput, PaidOnce, Statement } from "@shared/domain/pay";
import type { Deps } from "../../deps";
import { perProcess } from "../../lib/perProcess";
import { canonicalJson } from "@shared/domain/canonicalJson";
import type { Sums } from "../performance";
import type { PlanUsed } from "../plans";
import type { MonthSummary } from "./monthSummary";

/** All of a month that changes only with its booking revision. */
export interface HeldMonth {
  revision: number;
  bookRevision: number;
  pricedAt: Date;
  statement: Statement;
  summary: MonthSummary | null;
  facts: readonly Fact[];
  referred: readonly Fact[];
  /** What else the statement was computed from. */
  given: readonly GivenInput[];
  paidOnce: readonly PaidOnce[];
  expectedGiven: readonly GivenInput[] | null;
  plansUsed: readonly PlanUsed[];
}

/** What a member has brought to a unit in a month, and the facts that it is folded from. */
export interface HeldShare {
  revision: number;
  sums: Sums;
  facts: readonly Fact[];
}

/** The least lately used are dropped beyond so many, and beyond so many facts in all. */
const entriesMax = 500;
const factsMax = 8_000;

class Held<Value extends { facts: readonly Fact[] }> {
  private readonly entries = new Map<string, Value>();
  private factsCount = 0;

  get(key: string): Value | undefined {
    const found = this.entries.get(key);
    if (found) this.entries.delete(key);
    if (found) this.entries.set(key, found);
    return found;
  }

  /** @param value null: what is held is not, or may not be, what is stored */
  hold(key: string, value: Value | null): void {
    this.drop(key);
    if (!value) return;
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
 * Months that this process has booked into, so that the next booking does not read all of their facts again. What it holds is taken
 * as it is, and the write says whether it was still so: it matches the revision, which whoever books or prices counts up in the
 * transaction of the facts. A write that fails, for whatever reason, lets go of what it was based on, and all is read again.
 */
export const heldMonths = perProcess<Pick<Deps, "caches">, { months: Held<HeldMonth>; shares: Held<HeldShare> }>(
  () => ({ months: new Held(), shares: new Held() }),
);

/** Whether a held month was computed from these inputs too, so that its statement is what they give. */
export const isPricedBy = (
  { given, paidOnce, plansUsed }: HeldMonth,
  inputs: Pick<HeldMonth, "given" | "paidOnce" | "plansUsed">,
) => canonicalJson({ given, paidOnce, plansUsed }) === canonicalJson(inputs);
