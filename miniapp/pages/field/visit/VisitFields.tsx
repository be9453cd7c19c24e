import { lengthSeen } from "@shared/domain/invisible";
import { tidiedLine, tidiedText } from "@shared/domain/tidyText";
import { businessDayNow } from "@/features/time";
import { purposes, type VisitFaults, type VisitForm, visitLengths, withNextStep } from "@/features/visits/useVisit";
import { useWords } from "@/texts";
import { Card, Choices, DateField, TextArea, TextField } from "@/ui";

/** Where each field stands, from top to bottom. */
const partOf: Record<keyof VisitFaults, string> = {
  record: "visit-record",
  peopleMet: "visit-people",
  nextStep: "visit-next",
  nextStepOn: "visit-next-on",
};

/** The part of the page that is to be looked at first; null where nothing is wrong. */
export function firstFault(faults: VisitFaults): string | null {
  const field = (Object.keys(partOf) as (keyof VisitFaults)[]).find((one) => faults[one]);
  return field ? partOf[field] : null;
}

interface VisitFieldsProps {
  form: VisitForm;
  /** The first day that a next step may have. */
  from: string;
  faults: VisitFaults;
  /** It was to be sent: what is missing is marked from now on. */
  tried: boolean;
  change: (part: Partial<VisitForm>) => void;
}

/** What is written about a visit. */
export function VisitFields({ form, from, faults, tried, change }: VisitFieldsProps) {
  const { t, f } = useWords();
  // Too much is said at once, what is missing when it is sent.
  const wordsOf = (field: keyof VisitFaults, missing: string): string | null => {
    if (faults[field] === "tooLong" && field !== "nextStepOn") return t.common.tooLong({ max: visitLengths[field] });
    return tried && faults[field] === "missing" ? missing : null;
  };
  return (
    <>
      <Card title={t.field.visit.purpose}>
        <Choices
          id="visit-purpose"
          label={t.field.visit.purpose}
          value={form.purpose}
          options={purposes.map((value) => ({ value, text: t.field.purposes[value] }))}
          onChoose={(purpose) => change({ purpose })}
        />
      </Card>
      <Card>
        <TextArea
          id="visit-record"
          required
          label={t.field.visit.record}
          hint={t.field.visit.recordHint}
          lengthMax={visitLengths.record}
          aside={t.field.visit.counter({ count: lengthSeen(form.record), max: visitLengths.record })}
          fault={wordsOf("record", t.field.visit.recordMissing)}
          value={form.record}
          onChange={(record) => change({ record: tidiedText(record) })}
        />
        <TextField
          id="visit-people"
          label={t.field.visit.peopleMet}
          hint={t.field.visit.peopleMetHint}
          value={form.peopleMet}
          fault={wordsOf("peopleMet", "")}
          onChange={(peopleMet) => change({ peopleMet: tidiedLine(peopleMet) })}
        />
        <TextField
          id="visit-next"
          label={t.field.visit.nextStep}
          hint={t.field.visit.nextStepHint}
          lengthMax={visitLengths.nextStep}
          value={form.nextStep}
          fault={wordsOf("nextStep", "")}
          onChange={(typed) => change(withNextStep(form, typed, businessDayNow()))}
        />
        {form.nextStep.trim() !== "" && (
          <DateField
            id="visit-next-on"
            label={t.field.visit.nextStepOn}
            value={form.nextStepOn}
            min={from}
            shown={form.nextStepOn && f.dayWithWeekday(form.nextStepOn)}
            fault={wordsOf("nextStepOn", t.field.visit.nextStepOnMissing)}
            onChange={(nextStepOn) => change({ nextStepOn, dayChosen: nextStepOn !== "" })}
          />
        )}
      </Card>
    </>
  );
}
