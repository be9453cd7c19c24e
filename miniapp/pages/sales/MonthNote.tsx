import { confirmBy } from "@shared/domain/sale";
import { monthOf } from "@shared/domain/time";
import { useBusinessDay } from "@/features/time";
import { monthName } from "@/components/progressWords";
import { useWords } from "@/texts";
import { Words } from "@/ui";

/** `isReturned`: it has to be corrected first. Which month a sale that waits counts in: the one in which it is confirmed. Said where that is another one, or may become it in a few days. */
export function MonthNote({ signedOn, isReturned = false }: { signedOn: string; isReturned?: boolean }) {
  const { t, f } = useWords();
  const today = useBusinessDay();
  if (!today || !signedOn) return null;
  const month = monthOf(today);
  const signed = monthName(monthOf(signedOn), month, f);
  const by = confirmBy(signedOn, today);
  const words = t.sales.record;
  const text =
    monthOf(signedOn) !== month
      ? words.previewMonth({ signed, month: monthName(month, month, f) })
      : by !== null && words[isReturned ? "redoBy" : "confirmBy"]({ day: f.day(by), month: signed });
  if (!text) return null;
  return (
    <Words as="sub" tone="warn" id="counts-in">
      {text}
    </Words>
  );
}
