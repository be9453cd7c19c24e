import { useBusinessDay } from "@/features/time";
import { countsIn } from "@/components/countsIn";
import { useWords } from "@/texts";
import { Words } from "@/ui";

/** Which month a sale that waits counts in, where that is to be said. */
export function MonthNote({ signedOn, isReturned }: { signedOn: string; isReturned?: boolean }) {
  const { t, f } = useWords();
  const today = useBusinessDay();
  const text = today && signedOn ? countsIn({ signedOn, ...(isReturned && { isReturned }) }, today, { t, f }) : null;
  if (!text) return null;
  return (
    <Words as="sub" tone="warn" id="counts-in">
      {text}
    </Words>
  );
}
