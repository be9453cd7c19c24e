import { View } from "@tarojs/components";
import type { CheckInView, VisitView } from "@shared/contracts";
import { mayExplainFar } from "@/features/checkIns/checkInPage";
import { useCheckIns } from "@/features/checkIns/useCheckIns";
import { open } from "@/features/navigation";
import { routes } from "@/routes";
import { reviewWords } from "@/texts/areas/main/review";
import { verdictWords } from "@/texts/areas/main/verdict";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, StatusMark, Words } from "@/ui";
import { useStandingWords } from "./useStandingWords";
import "./index.scss";

interface StandingCardProps {
  id: string;
  visit: VisitView;
  /** Somebody else's: nothing is to be done here. */
  isOthers?: boolean;
}

/** Whether a visit counts, why, and what can be done, in the same words whenever it is looked at. */
export function StandingCard({ id, visit, isOthers = false }: StandingCardProps) {
  const { t } = usePageWords(reviewWords);
  const { standing, text, next, mayAppeal } = useStandingWords(visit, isOthers);
  const { checkInId, on } = visit.checkIn;
  return (
    <Card id={id} tone={standing === "effective" ? "ok" : "warn"}>
      <View className="visit-done">
        <StatusMark about="visit" is={standing} />
        <View className="visit-done-reason">
          <Words live="polite" id="visit-verdict">
            {text}
          </Words>
          {next && (
            <Words as="sub" id="visit-next-way">
              {next}
            </Words>
          )}
        </View>
        {!isOthers && mayExplainFar(visit.checkIn) && <ExplainFar checkIn={visit.checkIn} />}
        {mayAppeal && (
          <Button
            id="visit-appeal"
            kind="quiet"
            small
            text={t.review.appeal.send}
            onTap={() => open(routes.doubt({ id: checkInId, on }))}
          />
        )}
      </View>
    </Card>
  );
}

/** Only the day's list tells whether the day counts that client by another one. */
function ExplainFar({ checkIn: { checkInId, on } }: { checkIn: CheckInView }) {
  const { t } = usePageWords(verdictWords);
  const listed = useCheckIns(on).data?.items.find((one) => one.checkInId === checkInId);
  if (listed && !mayExplainFar(listed)) return null;
  return (
    <Button
      id="visit-explain"
      kind="quiet"
      small
      text={t.verdict.explain}
      onTap={() => open(routes.doubt({ id: checkInId, on }))}
    />
  );
}
