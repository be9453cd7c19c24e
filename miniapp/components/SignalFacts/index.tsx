import type { SignalsView } from "@shared/contracts";
import { known } from "@/texts";
import { reviewWords } from "@/texts/areas/main/review";
import { usePageWords } from "@/texts/pageWords";
import { Card, Words } from "@/ui";

interface SignalFactsProps {
  signals: Omit<SignalsView, "items"> & { items: readonly SignalsView["items"][number][] };
  /** Who sees it and from when on; null where that is said elsewhere. */
  seen?: string | null;
}

/** What there is to ask about a check-in, each with its number, and what it comes to. */
export function SignalFacts({ signals, seen = null }: SignalFactsProps) {
  const { t, f } = usePageWords(reviewWords);
  const words = t.review.signals;
  const { items, score, askedFrom } = signals;
  return (
    <Card id="signals" title={words.title}>
      {items.map(({ kind, value, limit, apart }) => (
        <Words key={kind}>
          {known(
            words.kinds,
            kind,
          )?.({
            ...{ value, limit, minutes: apart?.minutes ?? 0, customer: apart?.customerName ?? "" },
            ...{ distance: f.distance(apart?.meters ?? 0), far: f.distance(value) },
          }) ?? t.common.newer}
        </Words>
      ))}
      <Words as="sub" tone="quiet">
        {words.score({ score, askedFrom })}
      </Words>
      {seen !== null && (
        <Words as="sub" id="signals-seen">
          {seen}
        </Words>
      )}
    </Card>
  );
}
