import type { ReviewState } from "@shared/domain/checkIn";
import { paidInMonth } from "@shared/domain/checkInReview";
import { businessDayOf, monthOf } from "@shared/domain/time";
import type { Words } from "@/texts";
import { monthName } from "./progressWords";

/** To which month's pay a check-in belongs that somebody may still decide on in a later one; else null. */
export function paidInText(
  { on, decideUntil, state }: { on: string; decideUntil: string; state: ReviewState },
  { t, f }: Pick<Words, "t" | "f">,
): string | null {
  const until = new Date(decideUntil);
  const month = state === "open" || state === "appealed" ? paidInMonth({ on, decideUntil: until }) : null;
  return month && t.status.paidIn({ month: monthName(month, monthOf(businessDayOf(until)), f) });
}
