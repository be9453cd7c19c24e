import type { LostPayView } from "@shared/contracts";
import { decidedBy } from "@shared/domain/deciderName";
import { open } from "@/features/navigation";
import { routes } from "@/routes";
import { earningsWords } from "@/texts/areas/main/earnings";
import { fieldWords } from "@/texts/areas/main/field";
import { usePageWords } from "@/texts/pageWords";
import { Card, Row, Words } from "@/ui";

/** What was paid for a visit and is not any more: whose decision that was and why; each opens the check-in, and what can be done. */
export function Lost({ lost }: { lost: readonly LostPayView[] }) {
  const { t, f, language } = usePageWords(earningsWords, fieldWords);
  const words = t.earnings.lost;
  if (lost.length === 0) return null;
  return (
    <Card id="lost" flush title={words.title}>
      {lost.map(({ visitId, checkInId, customerName, on, amountFen, decision, appealUntil }) => {
        const about = `${customerName} · ${f.day(on)}`;
        const why = t.field.visit.rejectedBy({ by: decidedBy(decision, language), reason: decision.reason });
        const was = words.was({ money: f.money(amountFen), day: f.instant(new Date(decision.at)) });
        const until = appealUntil && words.until({ until: f.instant(new Date(appealUntil)) });
        return (
          <Row
            key={visitId}
            id={`lost-${visitId}`}
            text={about}
            note={
              <>
                <Words as="sub">{was}</Words>
                <Words as="sub" tone="quiet">
                  {why}
                </Words>
                {until && (
                  <Words as="sub" tone="warn">
                    {until}
                  </Words>
                )}
              </>
            }
            label={f.said(about, was, why, until)}
            onTap={() => open(routes.doubt({ id: checkInId, on }))}
          />
        );
      })}
    </Card>
  );
}
