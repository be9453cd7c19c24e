import { confirmBy } from "@shared/domain/sale";
import { monthOf } from "@shared/domain/time";
import type { Texts } from "@/texts";
import type { Formats } from "@/texts/formats";
import { monthName } from "./progressWords";

/**
 * Which month a sale that waits counts in: the one in which it is confirmed. Said where that is another one, or may become it in a few days;
 * else null. @param sale `isReturned`: it has to be corrected first
 */
export function countsIn(
  { signedOn, isReturned = false }: { signedOn: string; isReturned?: boolean },
  today: string,
  { t, f }: { t: Texts; f: Formats },
): string | null {
  const month = monthOf(today);
  const signed = monthName(monthOf(signedOn), month, f);
  const words = t.sales.record;
  if (monthOf(signedOn) !== month) return words.previewMonth({ signed, month: monthName(month, month, f) });
  const by = confirmBy(signedOn, today);
  return by === null ? null : words[isReturned ? "redoBy" : "confirmBy"]({ day: f.day(by), month: signed });
}
