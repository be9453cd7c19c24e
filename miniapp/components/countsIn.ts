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

/** The same of several that wait: of those signed in an earlier month, and of the others. */
export function waitingCountsIn(
  waiting: { newestSignedOn?: string | null | undefined; earliestSignedOn?: string | null | undefined },
  today: string,
  words: { t: Texts; f: Formats },
): string | null {
  const days = [waiting.earliestSignedOn, waiting.newestSignedOn].flatMap((day) => day ?? []);
  const texts = today ? days.flatMap((signedOn) => countsIn({ signedOn }, today, words) ?? []) : [];
  return texts.length > 0 ? words.f.clauses([...new Set(texts)]) : null;
}
