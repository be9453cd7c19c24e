import type { VisitTypeView } from "@shared/contracts";
import { lengthSeen } from "@shared/domain/invisible";
import { tidiedText } from "@shared/domain/tidyText";
import { isAsked, type VisitStepKind, visitTypeLimits } from "@shared/domain/visitType";
import { businessDayNow } from "@/features/time";
import { useTypeWords } from "@/features/visits/useVisitTypes";
import {
  fieldOfStep,
  isBlocking,
  purposes,
  type VisitFaults,
  type VisitForm,
  visitLengths,
  withNextStep,
} from "@/features/visits/visitForm";
import { useHomeTab } from "@/features/frame/useHomeTab";
import { PeopleField } from "@/components/PeopleField";
import { fieldWords } from "@/texts/areas/main/field";
import { visitStepsWords } from "@/texts/areas/main/visitSteps";
import { usePageWords } from "@/texts/pageWords";
import { Card, Choices, DateField, TextArea, TextField } from "@/ui";
import { StepField } from "./StepField";
import { VoiceField } from "./VoiceField";

/** Where a field stands on the page. */
const partOf = (field: string): string =>
  ({ record: "visit-record", peopleMet: "visit-people", nextStep: "visit-next", nextStepOn: "visit-next-on" })[field] ??
  field.replace("step:", "visit-step-");

/** The part of the page that is to be looked at first, from top to bottom; null where nothing is wrong. */
export function firstFault(faults: VisitFaults, { steps }: VisitTypeView, onlyBlocking: boolean): string | null {
  const fields = steps.flatMap((step) => [fieldOfStep(step), ...(step.kind === "nextStep" ? ["nextStepOn"] : [])]);
  const field = fields.find((one) => faults[one] && (!onlyBlocking || isBlocking(faults[one])));
  return field ? partOf(field) : null;
}

interface VisitFieldsProps {
  form: VisitForm;
  types: readonly VisitTypeView[];
  type: VisitTypeView;
  /** Who is known at the client. */
  contactNames: readonly string[];
  /** The first day that a next step may have. */
  from: string;
  faults: VisitFaults;
  /** It was to be sent: what is missing is marked from now on. */
  tried: boolean;
  change: (part: Partial<VisitForm>) => void;
  /** Hears whether something is being spoken that the form does not have yet. */
  onSpeaking: (isSpeaking: boolean) => void;
}

/** What is written about a visit: its type, why one came, and the type's steps in their order. */
export function VisitFields(props: VisitFieldsProps) {
  const { form, types, type, contactNames, from, faults, tried, change, onSpeaking } = props;
  const { t } = usePageWords(fieldWords, visitStepsWords);
  const words = t.field.visit;
  const wordOf = useTypeWords();
  const stepWords = usePageWords(fieldWords, visitStepsWords).t.visitSteps;
  const recordLabel = t.field.shippedTypes.客户说了什么;
  // Too much is said at once, what is missing when it is sent.
  const wordsOf = (field: string, missing: string = words.stepMissing): string | null => {
    const fault = faults[field];
    if (fault === "tooLong")
      return t.common.tooLong({ max: visitLengths[field as keyof typeof visitLengths] ?? visitTypeLimits.answer });
    if (fault === "half") return tried ? stepWords.signature.half : null;
    if (fault === "notNumber") return tried ? words.notNumber : null;
    return tried && fault ? missing : null;
  };
  const missingWords: Partial<Record<VisitStepKind, string>> = {
    photo: stepWords.photos.missing,
    products: stepWords.products.missing,
    signature: stepWords.signature.missing,
  };
  const fieldFor = (step: VisitTypeView["steps"][number]) => {
    const common = { label: wordOf(step.label), required: step.required };
    if (step.kind === "record")
      return (
        <TextArea
          key={step.stepId}
          {...common}
          id="visit-record"
          hint={common.label === recordLabel ? words.recordHint : words.stepHint({ label: common.label })}
          lengthMax={visitLengths.record}
          aside={words.counter({ count: lengthSeen(form.record), max: visitLengths.record })}
          fault={wordsOf("record", words.recordMissing({ label: common.label }))}
          value={form.record}
          onChange={(record) => change({ record: tidiedText(record) })}
        />
      );
    if (step.kind === "people")
      return (
        <PeopleField
          key={step.stepId}
          {...common}
          id="visit-people"
          known={contactNames}
          value={form.peopleMet}
          fault={wordsOf("peopleMet")}
          onChange={(peopleMet) => change({ peopleMet })}
        />
      );
    if (step.kind === "nextStep")
      return (
        <NextStepFields
          key={step.stepId}
          {...{ form, from, change, wordsOf, label: common.label, required: step.required }}
        />
      );
    return (
      <StepField
        key={step.stepId}
        {...{ step, form, tried, change }}
        fault={wordsOf(fieldOfStep(step), missingWords[step.kind])}
      />
    );
  };
  return (
    <>
      <Card title={words.purpose}>
        <Choices
          id="visit-purpose"
          label={words.purpose}
          value={form.purpose}
          options={purposes.map((value) => ({ value, text: t.field.purposes[value] }))}
          onChoose={(purpose) => change({ purpose })}
        />
      </Card>
      {types.length > 1 && (
        <Card title={t.field.visitType}>
          <Choices
            id="visit-type"
            label={t.field.visitType}
            value={type.typeId}
            options={types.map(({ typeId, name }) => ({ value: typeId, text: wordOf(name) }))}
            onChoose={(typeId) => change({ typeId })}
          />
        </Card>
      )}
      <Card>
        {type.steps.filter(isAsked).map(fieldFor)}
        <VoiceField voice={form.voice} onChange={(voice) => change({ voice })} onSpeaking={onSpeaking} />
      </Card>
    </>
  );
}

interface NextStepFieldsProps {
  form: VisitForm;
  from: string;
  label: string;
  required: boolean;
  change: (part: Partial<VisitForm>) => void;
  wordsOf: (field: string, missing?: string) => string | null;
}

/** What comes next, and when: its day is the one that its words name, until one is chosen. */
function NextStepFields({ form, from, label, required, change, wordsOf }: NextStepFieldsProps) {
  const { t, f } = usePageWords(fieldWords);
  const home = useHomeTab();
  const words = t.field.visit;
  return (
    <>
      <TextField
        id="visit-next"
        label={label}
        required={required}
        hint={words.nextStepHint}
        lengthMax={visitLengths.nextStep}
        value={form.nextStep}
        fault={wordsOf("nextStep")}
        onChange={(typed) => change(withNextStep(form, typed, businessDayNow()))}
      />
      {form.nextStep.trim() !== "" && (
        <DateField
          id="visit-next-on"
          label={words.nextStepOn}
          value={form.nextStepOn}
          min={from}
          shown={form.nextStepOn && f.dayWithWeekday(form.nextStepOn)}
          fault={wordsOf("nextStepOn", words.nextStepOnMissing({ home }))}
          onChange={(nextStepOn) => change({ nextStepOn, dayChosen: nextStepOn !== "" })}
        />
      )}
    </>
  );
}
