import { addDays, daysOf, monthOf } from "@shared/domain/time";
import { useBusinessDay } from "@/features/time";
import { monthName } from "@/components/progressWords";
import { useWords } from "@/texts";
import { Words } from "@/ui";

/** So many days before a month ends it matters on which of them a sale is confirmed. */
const lastDays = 3;

/** Which month a sale that waits counts in: the one in which it is confirmed. Said where that is another one, or may become it in a few days. */
export function MonthNote({ signedOn }: { signedOn: string }) {
  const { t, f } = useWords();
  const today = useBusinessDay();
  if (!today || !signedOn) return null;
  const month = monthOf(today);
  const signed = monthName(monthOf(signedOn), f);
  const lastDay = daysOf(month).to;
  const words = t.sales.record;
  const text =
    monthOf(signedOn) !== month
      ? words.previewMonth({ signed, month: monthName(month, f) })
      : today > addDays(lastDay, -lastDays) && words.confirmBy({ day: f.day(lastDay), month: signed });
  if (!text) return null;
  return (
    <Words as="sub" tone="warn" id="counts-in">
      {text}
    </Words>
  );
}
