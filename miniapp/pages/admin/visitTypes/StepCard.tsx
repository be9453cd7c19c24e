import { tidiedLine, tidiedText } from "@shared/domain/tidyText";
import { visitStepKinds, visitTypeLimits } from "@shared/domain/visitType";
import { moved, type StepForm } from "@/features/visitTypes/visitTypeForm";
import { visitTypesWords } from "@/texts/areas/visitTypes";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Choices, TextArea, TextField, Words } from "@/ui";

interface StepCardProps {
  steps: StepForm[];
  n: number;
  faultOf: (field: string) => string | null;
  onChange: (steps: StepForm[]) => void;
}

/** One step of a type: what is asked, how it is filled in, whether it is needed, and its place. */
export function StepCard({ steps, n, faultOf, onChange }: StepCardProps) {
  const { t, f } = usePageWords(visitTypesWords);
  const words = t.visitTypes;
  const step = steps[n];
  if (!step) return null;
  // In each label as well: who hears one field knows of which step it is.
  const at = { n: n + 1 };
  const title = words.step(at);
  const change = (part: Partial<StepForm>) =>
    onChange(steps.map((one, place) => (place === n ? { ...one, ...part } : one)));
  return (
    <Card id={`type-step-${n}`} title={title}>
      <TextField
        id={`type-steps-${n}-label`}
        required
        label={words.label(at)}
        hint={words.labelHint}
        lengthMax={visitTypeLimits.label}
        value={step.label}
        fault={faultOf(`steps.${n}.label`)}
        onChange={(label) => change({ label: tidiedLine(label) })}
      />
      <Choices
        id={`type-kind-${n}`}
        field={{}}
        label={words.kind(at)}
        value={step.kind}
        options={visitStepKinds.map((value) => ({ value, text: words.kinds[value] }))}
        onChoose={(kind) => change({ kind, ...(kind === "record" && { required: true }) })}
      />
      {step.kind === "text" && (
        <Choices
          id={`type-length-${n}`}
          kind="segments"
          field={{}}
          label={words.length(at)}
          value={step.isShort ? "line" : "text"}
          options={[
            { value: "line", text: words.short },
            { value: "text", text: words.long },
          ]}
          onChoose={(value) => change({ isShort: value === "line" })}
        />
      )}
      {step.kind === "choice" && (
        <TextField
          id={`type-steps-${n}-options`}
          required
          label={words.options(at)}
          hint={words.optionsHint}
          lengthMax={visitTypeLimits.options * (visitTypeLimits.option + 1)}
          value={step.options}
          fault={faultOf(`steps.${n}.options`)}
          onChange={(options) => change({ options: tidiedLine(options) })}
        />
      )}
      {step.kind === "products" && (
        <TextArea
          id={`type-steps-${n}-options`}
          required={step.required}
          label={words.products(at)}
          hint={words.productsHint}
          lengthMax={visitTypeLimits.products * (visitTypeLimits.product + 1)}
          value={step.options}
          fault={faultOf(`steps.${n}.options`)}
          onChange={(options) => change({ options: tidiedText(options) })}
        />
      )}
      {step.kind === "record" ? (
        <Words as="note" tone="quiet">
          {words.alwaysMust}
        </Words>
      ) : (
        <Choices
          id={`type-required-${n}`}
          kind="segments"
          field={{}}
          label={words.required(at)}
          value={step.required ? "must" : "may"}
          options={[
            { value: "must", text: words.must },
            { value: "may", text: words.may },
          ]}
          onChoose={(value) => change({ required: value === "must" })}
        />
      )}
      {n > 0 && (
        <Button
          id={`type-up-${n}`}
          kind="quiet"
          small
          text={words.up}
          label={f.said(words.up, title)}
          onTap={() => onChange(moved(steps, n, -1))}
        />
      )}
      {n < steps.length - 1 && (
        <Button
          id={`type-down-${n}`}
          kind="quiet"
          small
          text={words.down}
          label={f.said(words.down, title)}
          onTap={() => onChange(moved(steps, n, 1))}
        />
      )}
      {steps.length > 1 && (
        <Button
          id={`type-remove-${n}`}
          kind="quiet"
          small
          text={words.remove}
          label={f.said(words.remove, title)}
          onTap={() => onChange(steps.filter((_, at) => at !== n))}
        />
      )}
    </Card>
  );
}
