import { customerStages } from "@shared/domain/customer";
import { isStepBack, stageReasonMax } from "@shared/domain/stage";
import { tidiedText } from "@shared/domain/tidyText";
import { stageText } from "@/components/stageText";
import { stagesWords } from "@/texts/areas/main/stages";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Choices, TextArea, Words } from "@/ui";

export interface StageCardProps {
  id: string;
  /** Where the client is; null while that is not known. */
  from: string | null;
  /** Empty: it stays there. */
  to: string;
  reason: string;
  /** It was to be sent: what is missing is marked from now on. */
  tried: boolean;
  fault: "missing" | "tooLong" | null;
  onChange: (part: { to?: string; reason?: string }) => void;
}

/** Whether a client has gone on with this, or back, and why. */
export function StageCard({ id, from, to, reason, tried, fault, onChange }: StageCardProps) {
  const { t } = usePageWords(stagesWords);
  const words = t.stages;
  if (from === null) return null;
  const isMoved = to !== "" && to !== from;
  const names = { from: stageText(from, t), to: stageText(to, t) };
  const options = [...new Set<string>([...customerStages, from])];
  return (
    <Card id={id} title={words.title}>
      <Words as="sub" tone="quiet" live="polite">
        {isMoved ? words.willMove(names) : words.now({ stage: names.from })}
      </Words>
      <Choices
        id={`${id}-to`}
        label={words.title}
        value={isMoved ? to : from}
        options={options.map((value) => ({ value, text: stageText(value, t) }))}
        onChoose={(chosen) => onChange({ to: chosen === from ? "" : chosen })}
      />
      {isMoved && isStepBack(from, to) && (
        <TextArea
          id={`${id}-reason`}
          label={words.reason}
          required
          hint={words.reasonHint}
          lengthMax={stageReasonMax}
          value={reason}
          fault={
            fault === "tooLong"
              ? t.common.tooLong({ max: stageReasonMax })
              : tried && fault === "missing"
                ? words.reasonMissing
                : null
          }
          onChange={(typed) => onChange({ reason: tidiedText(typed) })}
        />
      )}
      {isMoved && (
        <Button id={`${id}-keep`} kind="quiet" text={words.keep} onTap={() => onChange({ to: "", reason: "" })} />
      )}
    </Card>
  );
}
