import { View } from "@tarojs/components";
import type { VisitView } from "@shared/contracts";
import { stayOf } from "@shared/domain/visit";
import type { VisitStepKind } from "@shared/domain/visitType";
import { leftAtBy } from "@/features/checkIns/useLeave";
import { useQueue } from "@/features/queue/useQueue";
import { serverNow } from "@/features/time";
import { useTypeWords } from "@/features/visits/useVisitTypes";
import { known } from "@/texts";
import { fieldWords } from "@/texts/areas/main/field";
import { usePageWords } from "@/texts/pageWords";
import { Card, Line, Row, Words } from "@/ui";
import { Answer, type FileSource, Spoken } from "./Answer";
import "./index.scss";

type Recorded = Pick<VisitView, "purpose" | "peopleMet" | "record" | "nextStep" | "type" | "answers" | "voice">;

interface VisitFactsProps {
  visit: VisitView;
  /** To say what became of the next step. */
  onStep?: () => void;
  /** On this phone alone: it has not arrived. */
  isKept?: boolean;
  files?: readonly FileSource[];
}

/** What was written. */
export function VisitFacts({ visit, onStep, isKept = false, files = [] }: VisitFactsProps) {
  const { t, f } = usePageWords(fieldWords);
  const words = t.field.visit;
  const wordOf = useTypeWords();
  return (
    <Card
      id="visit-facts"
      title={[visit.customerName, wordOf(visit.type.name), known(t.field.purposes, visit.purpose)]
        .filter(Boolean)
        .join(" · ")}
    >
      <Recorded recorded={visit} files={files} {...(onStep && { onStep })} />
      <TimeOnSite visit={visit} />
      <Line />
      <View className="visit-record">
        <Words as="note" tone="quiet">
          {words[isKept ? "writtenAt" : "recordedAt"]({
            time: f.instant(new Date(visit.correctedAt ?? visit.recordedAt)),
          })}
        </Words>
      </View>
    </Card>
  );
}

/** How long one was there, where one checked out or the type asks for it. */
function TimeOnSite({ visit: { type, checkIn } }: { visit: VisitView }) {
  const { t, f } = usePageWords(fieldWords);
  const words = t.field.stay;
  const leftAt = leftAtBy(useQueue(), checkIn);
  if (!type.asksTimeOnSite && leftAt === null) return null;
  const at = { checkedInAt: new Date(checkIn.checkedInAt), leftAt: leftAt === null ? null : new Date(leftAt) };
  const { state, ms } = stayOf(at, serverNow());
  const said = state === "left" ? f.duration(ms) : words[state];
  return (
    <>
      <Line />
      <Row id="time-on-site" text={words.title} value={<Words as="body">{said}</Words>} />
    </>
  );
}

interface RecordedProps {
  recorded: Recorded;
  /** Where its photos and signatures are; of those that are not among them only the count is told. */
  files?: readonly FileSource[];
  onStep?: () => void;
}

/** One version of what was written, step by step. */
export function Recorded({ recorded, files = [], onStep }: RecordedProps) {
  const { t, f } = usePageWords(fieldWords);
  const words = t.field.visit;
  const { peopleMet, record, nextStep, type, answers, voice } = recorded;
  const wordOf = useTypeWords();
  const labelOf = (kind: VisitStepKind, plain: string) =>
    wordOf(type.steps.find((step) => step.kind === kind)?.label ?? plain);
  const peopleLabel = labelOf("people", words.peopleMet);
  const nextLabel = labelOf("nextStep", words.nextStep);
  const step = nextStep && `${f.day(nextStep.on)} ${nextStep.text}`;
  const doneAt = nextStep?.doneAt && t.common.step.doneAt({ time: f.instant(new Date(nextStep.doneAt)) });
  return (
    <>
      <View className="visit-record">
        <Words as="note" tone="quiet">
          {labelOf("record", words.record)}
        </Words>
        <Words id="visit-record-read">{record}</Words>
        {voice && <Spoken voice={voice} files={files} />}
      </View>
      {type.steps.map((step) => {
        const answer = answers.find(({ stepId }) => stepId === step.stepId);
        return (
          answer && (
            <View key={step.stepId}>
              <Line />
              <View className="visit-record">
                <Words as="note" tone="quiet">
                  {wordOf(step.label)}
                </Words>
                <Answer {...{ step, answer, files }} />
              </View>
            </View>
          )
        );
      })}
      {peopleMet && (
        <>
          <Line />
          <Row text={peopleLabel} value={<Words as="body">{peopleMet}</Words>} />
        </>
      )}
      {step && (
        <>
          <Line />
          <Row
            id="visit-step"
            text={nextLabel}
            value={<Words as="body">{step}</Words>}
            note={
              doneAt && (
                <Words as="sub" tone="quiet">
                  {doneAt}
                </Words>
              )
            }
            label={f.said(nextLabel, doneAt, step)}
            {...(onStep && { onTap: onStep })}
          />
        </>
      )}
    </>
  );
}
