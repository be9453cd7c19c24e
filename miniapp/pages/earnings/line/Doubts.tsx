import type { LineDoubtView } from "@shared/contracts";
import { open } from "@/features/navigation";
import { decidersText } from "@/components/decidersText";
import { routes } from "@/routes";
import { earningsWords } from "@/texts/areas/main/earnings";
import { linesWords } from "@/texts/areas/lines";
import { usePageWords } from "@/texts/pageWords";
import { Card, Row, Words } from "@/ui";

/** What of the amount is there for now alone: which check-in somebody has still to decide on, who and until when. */
export function Doubts({ doubts }: { doubts: readonly LineDoubtView[] }) {
  const { t, f } = usePageWords(earningsWords, linesWords);
  const words = t.lines;
  if (doubts.length === 0) return null;
  return (
    <Card flush id="line-doubts">
      {doubts.map(({ checkInId, customerName, on, decideUntil, deciderNames }) => {
        const who = decidersText(deciderNames, "leader", { t, f });
        const text = t.earnings.inDoubt({ who, until: f.instant(new Date(decideUntil)) });
        const means = words.inDoubtMeans({ customer: customerName, day: f.day(on) });
        return (
          <Row
            key={checkInId}
            id={`line-doubt-${checkInId}`}
            text={text}
            note={
              <Words as="sub" tone="quiet">
                {means}
              </Words>
            }
            label={f.said(text, means)}
            onTap={() => open(routes.doubt({ id: checkInId, on }))}
          />
        );
      })}
    </Card>
  );
}
