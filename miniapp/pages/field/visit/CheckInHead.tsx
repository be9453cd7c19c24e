import { View } from "@tarojs/components";
import type { CheckInView } from "@shared/contracts";
import { clockTimeOf } from "@shared/domain/time";
import type { VisitStanding } from "@shared/domain/visit";
import { open } from "@/features/navigation";
import { routes } from "@/routes";
import { useWords } from "@/texts";
import { Button, Card, StatusMark, Words } from "@/ui";
import "./index.scss";

interface CheckInHeadProps {
  checkIn: CheckInView;
  /** Null where the page says it elsewhere. */
  standing: VisitStanding | null;
  aside: string | null;
}

/** The tap that this visit stands on. */
export function CheckInHead({ checkIn, standing, aside }: CheckInHeadProps) {
  const { t, f } = useWords();
  const time = clockTimeOf(new Date(checkIn.checkedInAt));
  return (
    <Card id="check-in-head">
      <Words as="title" heading={2}>
        {checkIn.customerName}
      </Words>
      <View className="check-in-line">
        {standing && <StatusMark about="visit" is={standing} />}
        <View className={standing ? "check-in-numbers" : ""}>
          <Words as="sub" tone="quiet">
            {checkIn.distanceM === null
              ? t.field.visit.checkedInNoDistance({ time })
              : t.field.visit.checkedIn({ time, distance: f.distance(checkIn.distanceM) })}
          </Words>
        </View>
      </View>
      {(checkIn.review || checkIn.signals) && (
        <Button
          id="why-doubt"
          kind="quiet"
          small
          text={checkIn.review ? t.team.review.open : t.team.review.signals.open}
          onTap={() => open(routes.doubt({ id: checkIn.checkInId, on: checkIn.on }))}
        />
      )}
      {aside && (
        <Words as="note" tone="quiet" id="draft-saved" live="polite">
          {aside}
        </Words>
      )}
    </Card>
  );
}
