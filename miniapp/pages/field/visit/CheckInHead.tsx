import { View } from "@tarojs/components";
import type { CheckInView } from "@shared/contracts";
import { clockTimeOf } from "@shared/domain/time";
import { statusOf } from "@/features/checkIns/dayStanding";
import { open } from "@/features/navigation";
import { routes } from "@/routes";
import { useWords } from "@/texts";
import { Button, Card, StatusMark, Words } from "@/ui";
import "./index.scss";

/** The tap that this visit stands on. */
export function CheckInHead({ checkIn, aside }: { checkIn: CheckInView; aside: string | null }) {
  const { t, f } = useWords();
  const time = clockTimeOf(new Date(checkIn.checkedInAt));
  return (
    <Card id="check-in-head">
      <Words as="title" heading={2}>
        {checkIn.customerName}
      </Words>
      <View className="check-in-line">
        <StatusMark about="checkIn" is={statusOf(checkIn)} />
        <View className="check-in-numbers">
          <Words as="sub" tone="quiet">
            {checkIn.distanceM === null
              ? t.field.visit.checkedInNoDistance({ time })
              : t.field.visit.checkedIn({ time, distance: f.distance(checkIn.distanceM) })}
          </Words>
        </View>
      </View>
      {checkIn.review && (
        <Button
          id="why-doubt"
          kind="quiet"
          small
          text={t.team.review.open}
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
