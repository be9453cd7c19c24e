import type { VisitView } from "@shared/contracts";
import { visitStanding } from "@shared/domain/visit";
import { decidersText } from "@/components/decidersText";
import { serverNow } from "@/features/time";
import { useEarningsOfVisit } from "@/features/earnings/useEarnings";
import { open } from "@/features/navigation";
import { routes } from "@/routes";
import { earningsWords } from "@/texts/areas/main/earnings";
import { fieldWords } from "@/texts/areas/main/field";
import { usePageWords } from "@/texts/pageWords";
import { Amount, Card, Row, Words } from "@/ui";

/** What this visit has brought so far: each amount opens to where it comes from. Without an answer the page says nothing of it. */
export function Earned({ visit }: { visit: Pick<VisitView, "visitId" | "effective" | "reason" | "checkIn"> }) {
  const { t, f } = usePageWords(earningsWords, fieldWords);
  const words = t.field.visit.earned;
  const { data } = useEarningsOfVisit(visit.effective ? visit.visitId : "");
  if (!data) return null;
  const { review } = visit.checkIn;
  // It goes again where the check-in is not accepted.
  const forNow =
    review && visitStanding(visit, serverNow()) === "inDoubt"
      ? t.earnings.inDoubt({
          who: decidersText(review.deciderNames, "leader", { t, f }),
          until: f.instant(new Date(review.decideUntil)),
        })
      : null;
  return (
    <Card id="visit-earned" flush={data.lines.length > 0} title={words.title}>
      {data.lines.length === 0 && <Words tone="quiet">{words.nothing}</Words>}
      {data.lines.map(({ lineId, name, ofVisitFen, status, sentence }) => (
        <Row
          key={lineId}
          id={`visit-earned-${lineId}`}
          text={name}
          note={
            <>
              <Words as="sub" tone="quiet">
                {sentence}
              </Words>
              {forNow && (
                <Words as="sub" tone="warn" id={`visit-earned-doubt-${lineId}`}>
                  {forNow}
                </Words>
              )}
            </>
          }
          value={<Amount fen={ofVisitFen} status={status} signed />}
          label={f.said(name, f.money(ofVisitFen), sentence, forNow)}
          onTap={() => open(routes.line({ period: data.period, lineId }))}
        />
      ))}
    </Card>
  );
}
