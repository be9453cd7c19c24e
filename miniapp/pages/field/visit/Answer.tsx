import { View } from "@tarojs/components";
import type { VisitView } from "@shared/contracts";
import type { VisitStep } from "@shared/domain/visitType";
import { useKeptAddress } from "@/features/photo/useFormFiles";
import type { QueuedFile } from "@/features/queue/createQueue";
import { answeredAt, useAnswerText } from "@/features/visits/useRecordText";
import { useTypeWords } from "@/features/visits/useVisitTypes";
import type { VisitFile } from "@/features/visits/useVisit";
import { visitStepsWords } from "@/texts/areas/main/visitSteps";
import { usePageWords } from "@/texts/pageWords";
import { Photo, Row, Words } from "@/ui";
import { KeptSound, Sound } from "./Sound";

/** A file that can be shown: the server has it, or this phone. */
export type FileSource = VisitFile | QueuedFile;

interface AnswerProps {
  step: VisitStep;
  answer: VisitView["answers"][number];
  files: readonly FileSource[];
}

/** What was answered at one step, with what was photographed or signed there. */
export function Answer({ step, answer, files }: AnswerProps) {
  const wordOf = useTypeWords();
  const answerText = useAnswerText();
  const words = usePageWords(visitStepsWords).t.visitSteps;
  const { files: named = [], counts = [], value } = answer;
  const sources = named.flatMap(({ fileId }) => files.find((file) => file.fileId === fileId) ?? []);
  const label = wordOf(step.label);
  if (counts.length > 0)
    return (
      <>
        {counts.map(({ product, count }) => (
          <Row key={product} text={product} value={<Words as="body">{String(count)}</Words>} />
        ))}
      </>
    );
  return (
    <>
      {(value !== "" || sources.length < named.length) && <Words>{answerText(answeredAt(step, answer))}</Words>}
      {sources.map((file, n) => (
        <View key={file.fileId}>
          {"url" in file ? (
            <ShownFile
              id={`file-${file.fileId}`}
              address={file.url}
              label={step.kind === "photo" ? `${label} ${n + 1}` : label}
            />
          ) : (
            <KeptFile
              id={`file-${file.fileId}`}
              file={file}
              label={step.kind === "photo" ? words.photos.nth({ n: n + 1 }) : label}
            />
          )}
        </View>
      ))}
    </>
  );
}

/** What was spoken beside a record. */
export function Spoken({ voice, files }: { voice: NonNullable<VisitView["voice"]>; files: readonly FileSource[] }) {
  const { t } = usePageWords(visitStepsWords);
  const { fileId, lengthMs } = voice;
  const file = files.find((one) => one.fileId === fileId);
  const common = { id: `voice-${fileId}`, lengthMs };
  if (!file) return <Words tone="quiet">{t.visitSteps.voice.arrived}</Words>;
  return "url" in file ? <Sound {...common} address={file.url} /> : <KeptSound {...common} file={file} />;
}

function ShownFile({ id, address, label }: { id: string; address: string | null; label: string }) {
  const { photos } = usePageWords(visitStepsWords).t.visitSteps;
  return address === null ? (
    <Words as="note" tone="quiet">
      {photos.gone({ what: label })}
    </Words>
  ) : (
    <Photo id={id} address={address} label={label} />
  );
}

function KeptFile({ id, file, label }: { id: string; file: QueuedFile; label: string }) {
  const { photos } = usePageWords(visitStepsWords).t.visitSteps;
  const address = useKeptAddress(file);
  if (address === undefined) return null;
  return address === null ? (
    <Words tone="warn">{photos.lost({ what: label })}</Words>
  ) : (
    <Photo {...{ id, address, label }} />
  );
}
