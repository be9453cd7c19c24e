import { lengthSeen } from "@shared/domain/invisible";
import { tidiedLine, tidiedText } from "@shared/domain/tidyText";
import { isShortStep, visitTypeLimits } from "@shared/domain/visitType";
import type { VisitTypeView } from "@shared/contracts";
import { useTypeWords } from "@/features/visits/useVisitTypes";
import { useWords } from "@/texts";
import { Choices, TextArea, TextField } from "@/ui";

interface StepFieldProps {
  step: VisitTypeView["steps"][number];
  value: string;
  fault: string | null;
  onChange: (value: string) => void;
}

/** A step of a type's own: words of a line or more, one of a few, or a number. */
export function StepField({ step, value, fault, onChange }: StepFieldProps) {
  const { t } = useWords();
  const wordOf = useTypeWords();
  const label = wordOf(step.label);
  const id = `visit-step-${step.stepId}`;
  const common = { id, label, required: step.required, value, fault };
  if (step.kind === "choice")
    return (
      <Choices
        id={id}
        label={label}
        field={{ required: step.required, fault }}
        value={value === "" ? null : value}
        options={step.options.map((option) => ({ value: option, text: wordOf(option) }))}
        // A second tap takes it back, unless something has to be chosen.
        onChoose={(option) => onChange(option === value && !step.required ? "" : option)}
      />
    );
  if (step.kind === "number")
    return <TextField {...common} kind="number" lengthMax={12} onChange={(typed) => onChange(tidiedLine(typed))} />;
  // What was written at greater length is not cut.
  const isLine = isShortStep(step) && !value.includes("\n") && lengthSeen(value) <= visitTypeLimits.line;
  if (isLine)
    return <TextField {...common} lengthMax={visitTypeLimits.line} onChange={(typed) => onChange(tidiedLine(typed))} />;
  const max = visitTypeLimits.answer;
  return (
    <TextArea
      {...common}
      lengthMax={max}
      aside={t.field.visit.counter({ count: lengthSeen(value), max })}
      onChange={(typed) => onChange(tidiedText(typed))}
    />
  );
}
