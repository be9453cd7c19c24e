import { View } from "@tarojs/components";
import type { VisitView } from "@shared/contracts";
import { mayExplainFar } from "@/features/checkIns/checkInPage";
import { open } from "@/features/navigation";
import { routes } from "@/routes";
import { useWords } from "@/texts";
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
  const { t } = useWords();
  const { standing, text, next, mayAppeal } = useStandingWords(visit);
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
        {!isOthers && mayExplainFar(visit.checkIn) && (
          <Button
            id="visit-explain"
            kind="quiet"
            small
            text={t.field.verdict.explain}
            onTap={() => open(routes.doubt({ id: checkInId, on }))}
          />
        )}
        {mayAppeal && !isOthers && (
          <Button
            id="visit-appeal"
            kind="quiet"
            small
            text={t.team.review.appeal.send}
            onTap={() => open(routes.doubt({ id: checkInId, on }))}
          />
        )}
      </View>
    </Card>
  );
}
