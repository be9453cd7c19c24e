import type { Migration, StatementDifference } from "../migration";
import type { Rehearsed } from "./rehearse";

/** What has to be posted and told to one member. */
export interface MemberCorrection {
  memberId: string;
  /** Of the migrations that announced it. */
  numbers: number[];
  periods: string[];
}

export interface Verdict {
  /** With these nothing is upgraded. */
  unannounced: StatementDifference[];
  /** One for each member. */
  corrections: MemberCorrection[];
}

/** Holds each difference against what the migrations that are about to run have announced. */
export function judge({ computed, written }: Rehearsed, announcing: readonly Migration[]): Verdict {
  const unannounced = [...written];
  const corrections = new Map<string, { numbers: Set<number>; periods: Set<string> }>();
  for (const difference of computed) {
    const by = announcing.find(({ announces }) => announces?.covers(difference));
    if (!by) {
      unannounced.push(difference);
      continue;
    }
    const { memberId, period } = difference;
    const correction = corrections.get(memberId) ?? { numbers: new Set(), periods: new Set() };
    correction.numbers.add(by.number);
    correction.periods.add(period);
    corrections.set(memberId, correction);
  }
  return {
    unannounced,
    corrections: [...corrections].map(([memberId, { numbers, periods }]) => ({
      memberId,
      numbers: [...numbers].sort((a, b) => a - b),
      periods: [...periods].sort(),
    })),
  };
}
