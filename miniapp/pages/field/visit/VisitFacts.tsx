import { View } from "@tarojs/components";
import type { VisitView } from "@shared/contracts";
import { known, useWords } from "@/texts";
import { Card, Line, Row, Words } from "@/ui";
import "./index.scss";

type Recorded = Pick<VisitView, "purpose" | "peopleMet" | "record" | "nextStep">;

/** What was written. @param onStep to say what became of the next step */
export function VisitFacts({ visit, onStep }: { visit: VisitView; onStep?: () => void }) {
  const { t, f } = useWords();
  const words = t.field.visit;
  return (
    <Card
      id="visit-facts"
      title={[visit.customerName, known(t.field.purposes, visit.purpose)].filter(Boolean).join(" · ")}
    >
      <Recorded recorded={visit} {...(onStep && { onStep })} />
      <Line />
      <View className="visit-record">
        <Words as="note" tone="quiet">
          {words.recordedAt({ time: f.instant(new Date(visit.correctedAt ?? visit.recordedAt)) })}
        </Words>
      </View>
    </Card>
  );
}

/** One version of what was written: what the client said, whom one met, what comes next. */
export function Recorded({ recorded, onStep }: { recorded: Recorded; onStep?: () => void }) {
  const { t, f } = useWords();
  const words = t.field.visit;
  const { peopleMet, record, nextStep } = recorded;
  const step = nextStep && `${f.day(nextStep.on)} ${nextStep.text}`;
  const doneAt = nextStep?.doneAt && words.step.doneAt({ time: f.instant(new Date(nextStep.doneAt)) });
  return (
    <>
      <View className="visit-record">
        <Words id="visit-record-read">{record}</Words>
      </View>
      {peopleMet && (
        <>
          <Line />
          <Row text={words.peopleMet} value={<Words as="body">{peopleMet}</Words>} />
        </>
      )}
      {step && (
        <>
          <Line />
          <Row
            id="visit-step"
            text={words.nextStep}
            value={<Words as="body">{step}</Words>}
            note={
              doneAt && (
                <Words as="sub" tone="quiet">
                  {doneAt}
                </Words>
              )
            }
            label={f.said(words.nextStep, doneAt, step)}
            {...(onStep && { onTap: onStep })}
          />
        </>
      )}
    </>
  );
}
