import { View } from "@tarojs/components";
import type { CheckInView } from "@shared/contracts";
import { stayOf } from "@shared/domain/visit";
import { useCheckIns } from "@/features/checkIns/useCheckIns";
import { leftAtBy, useLeavePlace } from "@/features/checkIns/useLeave";
import { useLastType } from "@/features/checkIns/typeMemory";
import { useQueue } from "@/features/queue/useQueue";
import { serverNow, useTick } from "@/features/time";
import { useVisitTypes } from "@/features/visits/useVisitTypes";
import { typeAmong } from "@/features/visits/visitForm";
import { fieldWords } from "@/texts/areas/main/field";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, ErrorBlock, Words } from "@/ui";

/** Where I still am, of those whose visit asks for the time on site: for how long, and one tap to leave. */
export function Stays() {
  const { t, f } = usePageWords(fieldWords);
  const words = t.field.stay;
  const { data } = useCheckIns();
  const entries = useQueue();
  const types = useVisitTypes();
  const leave = useLeavePlace();
  const lastType = useLastType();
  useTick(30_000);
  const asks = ({ customerId }: CheckInView) => typeAmong(types, lastType(customerId)).asksTimeOnSite;
  const here = (data?.items ?? []).filter(
    (checkIn) =>
      !checkIn.repeatedOnDay && checkIn.verdict !== "outside" && asks(checkIn) && leftAtBy(entries, checkIn) === null,
  );
  if (here.length === 0) return null;
  return (
    <Card id="stays" tone="brand">
      {here.map((checkIn) => {
        const { ms } = stayOf({ checkedInAt: new Date(checkIn.checkedInAt), leftAt: null }, serverNow());
        return (
          <View key={checkIn.checkInId}>
            <Words id={`stay-${checkIn.checkInId}`}>
              {words.here({ name: checkIn.customerName, time: f.duration(ms) })}
            </Words>
            <Button
              id={`leave-${checkIn.checkInId}`}
              kind="plain"
              text={words.leave}
              label={f.said(words.leave, checkIn.customerName)}
              disabled={leave.busy}
              onTap={() => void leave.run(checkIn)}
            />
          </View>
        );
      })}
      {leave.failure && <ErrorBlock id="leave-error" failure={leave.failure} />}
    </Card>
  );
}
