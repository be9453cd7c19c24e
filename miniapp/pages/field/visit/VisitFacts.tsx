import { View } from "@tarojs/components";
import type { VisitView } from "@shared/contracts";
import { useWords } from "@/texts";
import { Card, Line, Row, Words } from "@/ui";
import "./index.scss";

/** What was written. */
export function VisitFacts({ visit }: { visit: VisitView }) {
  const { t, f } = useWords();
  const words = t.field.visit;
  return (
    <Card id="visit-facts" title={`${visit.customerName} · ${t.field.purposes[visit.purpose]}`}>
      <View className="visit-record">
        <Words id="visit-record-read">{visit.record}</Words>
      </View>
      {visit.peopleMet && (
        <>
          <Line />
          <Row text={words.peopleMet} value={<Words as="body">{visit.peopleMet}</Words>} />
        </>
      )}
      {visit.nextStep && (
        <>
          <Line />
          <Row
            text={words.nextStep}
            value={<Words as="body">{`${f.day(visit.nextStep.on)} ${visit.nextStep.text}`}</Words>}
          />
        </>
      )}
      <Line />
      <View className="visit-record">
        <Words as="note" tone="quiet">
          {words.recordedAt({ time: f.instant(new Date(visit.recordedAt)) })}
        </Words>
      </View>
    </Card>
  );
}
