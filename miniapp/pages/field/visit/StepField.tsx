import { lengthSeen } from "@shared/domain/invisible";
import { tidiedLine, tidiedText } from "@shared/domain/tidyText";
import { isShortStep, visitTypeLimits } from "@shared/domain/visitType";
import type { VisitTypeView } from "@shared/contracts";
import type { VisitForm } from "@/features/visits/visitForm";
import { useTypeWords } from "@/features/visits/useVisitTypes";
import { fieldWords } from "@/texts/areas/main/field";
import { usePageWords } from "@/texts/pageWords";
import { Choices, TextArea, TextField } from "@/ui";
import { PhotoStep } from "./PhotoStep";
import { ProductsStep } from "./ProductsStep";
import { SignatureStep } from "./SignatureStep";

interface StepFieldProps {
  step: VisitTypeView["steps"][number];
  form: VisitForm;
  fault: string | null;
  /** It was to be sent: what is wrong is marked from now on. */
  tried: boolean;
  change: (part: Partial<VisitForm>) => void;
}

/** A step of a type's own: words of a line or more, one of a few, a number, photos, counted products, or a signature. */
export function StepField({ step, form, fault, tried, change }: StepFieldProps) {
  const { t } = usePageWords(fieldWords);
  const wordOf = useTypeWords();
  const { stepId, kind, required } = step;
  const label = wordOf(step.label);
  const id = `visit-step-${stepId}`;
  const value = form.answers[stepId] ?? "";
  const common = { id, label, required, fault };
  const onAnswer = (answer: string) => change({ answers: { ...form.answers, [stepId]: answer } });
  const ofFiles = {
    files: form.files[stepId] ?? [],
    onChange: (files: VisitForm["files"][string]) => change({ files: { ...form.files, [stepId]: files } }),
  };
  switch (kind) {
    case "photo":
      return <PhotoStep {...common} {...ofFiles} />;
    case "signature":
      return <SignatureStep {...common} {...ofFiles} signer={value} onSigner={onAnswer} />;
    case "products":
      return (
        <ProductsStep
          {...common}
          tried={tried}
          products={step.options}
          counts={form.counts[stepId] ?? {}}
          onChange={(counts) => change({ counts: { ...form.counts, [stepId]: counts } })}
        />
      );
    case "choice":
      return (
        <Choices
          id={id}
          label={label}
          field={{ required, fault }}
          value={value === "" ? null : value}
          options={step.options.map((option) => ({ value: option, text: wordOf(option) }))}
          // A second tap takes it back, unless something has to be chosen.
          onChoose={(option) => onAnswer(option === value && !required ? "" : option)}
        />
      );
    case "number":
      return (
        <TextField
          {...common}
          value={value}
          kind="number"
          lengthMax={12}
          onChange={(typed) => onAnswer(tidiedLine(typed))}
        />
      );
    default: {
      // What was written at greater length is not cut.
      const isLine = isShortStep(step) && !value.includes("\n") && lengthSeen(value) <= visitTypeLimits.line;
      if (isLine)
        return (
          <TextField
            {...common}
            value={value}
            lengthMax={visitTypeLimits.line}
            onChange={(typed) => onAnswer(tidiedLine(typed))}
          />
        );
      const max = visitTypeLimits.answer;
      return (
        <TextArea
          {...common}
          value={value}
          lengthMax={max}
          aside={t.field.visit.counter({ count: lengthSeen(value), max })}
          onChange={(typed) => onAnswer(tidiedText(typed))}
        />
      );
    }
  }
}
