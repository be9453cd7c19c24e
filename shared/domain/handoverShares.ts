import type { ShareHolder } from "./pay/facts/credits";
import type { Decimal } from "./pay/types";
import { type BusinessDay, monthsLater } from "./time";

/** What the one who gives a customer away and the one who takes over have of its results; together 1. */
export interface HandoverPart {
  old: Decimal;
  new: Decimal;
}

/** A customer goes from one to another, and both serve it for a time; both days belong to it. */
export interface HandoverSchedule {
  from: BusinessDay;
  to: BusinessDay;
  /** One for each month from the first day on; the last holds until the end. At least one. */
  parts: readonly HandoverPart[];
}

/** What is proposed where nobody has said otherwise: three months (Q15). */
export const usualHandoverParts: readonly HandoverPart[] = [
  { old: "0.7", new: "0.3" },
  { old: "0.5", new: "0.5" },
  { old: "0.3", new: "0.7" },
];

const before: HandoverPart = { old: "1", new: "0" };
const after: HandoverPart = { old: "0", new: "1" };

/**
 * Who has which part of what happens on a day (R182–R184, V166–V173). Month k + 1 begins k months after the first day, on the same day of
 * the month or on the last of a shorter one.
 */
export function handoverPartOn({ from, to, parts }: HandoverSchedule, day: BusinessDay): HandoverPart {
  if (day < from) return before;
  if (day > to) return after;
  let found = parts[0] ?? before;
  parts.forEach((part, month) => {
    if (monthsLater(from, month) <= day) found = part;
  });
  return found;
}

/**
 * The owners of a fact on its day, for `creditsOf`: whoever gives away first, as in the order in which what is left over goes round. A
 * refund follows the credits of its sale by `refundCredits`, whatever the schedule says by then (R185, V174).
 */
export function handoverHolders(
  schedule: HandoverSchedule,
  day: BusinessDay,
  people: Record<keyof HandoverPart, Pick<ShareHolder, "memberId" | "teamId">>,
): ShareHolder[] {
  const part = handoverPartOn(schedule, day);
  return (["old", "new"] as const).map((who) => ({ ...people[who], role: "owner", share: part[who] }));
}
