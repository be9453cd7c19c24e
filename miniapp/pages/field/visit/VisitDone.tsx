import { View } from "@tarojs/components";
import type { VisitView } from "@shared/contracts";
import { waitsForLeader } from "@/features/checkIns/dayStanding";
import { open, replace } from "@/features/navigation";
import { routes } from "@/routes";
import { useWords } from "@/texts";
import { Button, Card, Page, StatusMark, Words } from "@/ui";
import { Earned } from "./Earned";
import { useReasonWords } from "./useReasonWords";
import { VisitFacts } from "./VisitFacts";

/** It counts, or why not; and what comes next. */
export function VisitDone({ visit }: { visit: VisitView }) {
  const { t } = useWords();
  const words = t.field.visit;
  const reason = useReasonWords(visit);
  const inDoubt = visit.effective && waitsForLeader(visit.checkIn);
  return (
    <Page
      id="page-visit"
      title={words.title}
      bar={
        <>
          <Button id="visit-to-today" text={words.toToday} onTap={() => open(routes.today())} />
          <Button
            id="visit-record-sale"
            kind="primary"
            grow
            text={words.recordSale}
            onTap={() => replace(routes.recordSale({ customerId: visit.customerId }))}
          />
        </>
      }
    >
      <Card id="visit-done" tone={visit.effective && !inDoubt ? "ok" : "warn"}>
        <View className="visit-done">
          <StatusMark about="visit" is={visit.effective ? "effective" : "notCounted"} />
          <View className="visit-done-reason">
            <Words as="title" live="polite" id="visit-verdict">
              {visit.effective ? (inDoubt ? words.done.inDoubt : words.done.effective) : words.done.notCounted}
            </Words>
            {reason && <Words tone="quiet">{reason}</Words>}
          </View>
        </View>
      </Card>
      <Earned visit={visit} />
      <VisitFacts visit={visit} />
    </Page>
  );
}
