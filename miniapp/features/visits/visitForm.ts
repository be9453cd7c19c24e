import type { BodyOf, VisitTypeView } from "@shared/contracts";
import { dayMeant } from "@shared/domain/dayWords";
import { lengthSeen } from "@shared/domain/invisible";
import { tidiedLine } from "@shared/domain/tidyText";
import {
  isStepNumber,
  missingSteps,
  plainVisitType,
  type VisitStep,
  type VisitStepKind,
  type VisitType,
  visitTypeLimits,
} from "@shared/domain/visitType";
import { onTopOf } from "@/features/draft/onTopOf";

export type Purpose = BodyOf<"visits.record">["purpose"];
export const purposes: readonly Purpose[] = ["followUp", "newBusiness", "samples", "payment", "service"];

export interface VisitForm {
  commandId: string;
  purpose: Purpose;
  peopleMet: string;
  record: string;
  nextStep: string;
  nextStepOn: string;
  /** The day was chosen by the person: what is written does not move it any more. */
  dayChosen: boolean;
  /** Empty: the first one that is offered. */
  typeId: string;
  /** By step, what was answered at steps of the type's own; those of another type stay while somebody makes up their mind. */
  answers: Record<string, string>;
}

export const emptyForm = (newId: () => string): VisitForm => ({
  commandId: newId(),
  purpose: "followUp",
  peopleMet: "",
  record: "",
  nextStep: "",
  nextStepOn: "",
  dayChosen: false,
  typeId: "",
  answers: {},
});

/** The one thing that no visit can do without. */
export const hasRecord = (form: VisitForm): boolean => form.record.trim() !== "";

/**
 * What is wrong with a field: nothing there, more than fits, no number. "required": its step is left out, with which the visit does not count;
 * that is no reason not to keep what there is.
 */
export type VisitFault = "missing" | "tooLong" | "notNumber" | "required";
/** By field: `record`, `peopleMet`, `nextStep`, `nextStepOn`, and `step:<id>` for a step of the type's own. */
export type VisitFaults = Partial<Record<string, VisitFault>>;

export const isBlocking = (fault: VisitFault | undefined): boolean => fault !== undefined && fault !== "required";
export const stepFieldOf = (stepId: string): string => `step:${stepId}`;
const fieldOf: Partial<Record<VisitStepKind, string>> = { people: "peopleMet", record: "record", nextStep: "nextStep" };
/** Under which field a step's fault stands. */
export const fieldOfStep = ({ kind, stepId }: Pick<VisitStep, "kind" | "stepId">): string =>
  fieldOf[kind] ?? stepFieldOf(stepId);

/** In the order of the page. As long as a person counts, and as the server does. */
export const visitLengths = { record: 500, peopleMet: 100, nextStep: 200 } as const;

export function visitFaults(form: VisitForm, type: VisitTypeView): VisitFaults {
  const faults: VisitFaults = {};
  for (const step of missingOf(form, type)) faults[fieldOfStep(step)] = "required";
  for (const step of type.steps) {
    const value = (form.answers[step.stepId] ?? "").trim();
    if (step.kind === "number" && value !== "" && !isStepNumber(value)) faults[fieldOfStep(step)] = "notNumber";
    if (step.kind === "text" && lengthSeen(value) > visitTypeLimits.answer) faults[fieldOfStep(step)] = "tooLong";
  }
  const typed = typedFor(form, type);
  for (const [field, max] of Object.entries(visitLengths) as [keyof typeof visitLengths, number][])
    if (lengthSeen(typed[field]) > max) faults[field] = "tooLong";
  if (typed.record === "") faults.record = "missing";
  if (typed.nextStep !== "" && form.nextStepOn === "") faults.nextStepOn = "missing";
  return faults;
}

/** What was typed where this type asks for it: what a type chosen before asked for stays in the form, and is not this one's. */
function typedFor(form: VisitForm, { steps }: VisitTypeView): Record<keyof typeof visitLengths, string> {
  const typed = (kind: VisitStepKind, value: string) => (steps.some((step) => step.kind === kind) ? value.trim() : "");
  return {
    record: form.record.trim(),
    peopleMet: typed("people", form.peopleMet),
    nextStep: typed("nextStep", form.nextStep),
  };
}

/** The steps that the type cannot do without and that are not filled in. */
export const missingOf = (form: VisitForm, type: VisitTypeView): VisitStep[] =>
  missingSteps(type, recordedOf(form, type));

/** What is sent of a form. */
export function recordedOf(form: VisitForm, type: VisitTypeView) {
  const { peopleMet, record, nextStep } = typedFor(form, type);
  return {
    purpose: form.purpose,
    peopleMet: peopleMet || null,
    record,
    nextStep: nextStep === "" ? null : { text: nextStep, on: form.nextStepOn },
    type: { typeId: type.typeId, version: type.version },
    answers: type.steps.flatMap(({ stepId, kind }) => {
      const value = (form.answers[stepId] ?? "").trim();
      return value === "" || fieldOf[kind] !== undefined ? [] : [{ stepId, value }];
    }),
  };
}

/** What changes with the words of the next step: its day is the one that they name, until the person chooses one. */
export function withNextStep(form: VisitForm, typed: string, today: string): Partial<VisitForm> {
  const nextStep = tidiedLine(typed);
  return form.dayChosen ? { nextStep } : { nextStep, nextStepOn: dayMeant(nextStep, today) ?? "" };
}

/** The one of this id, or the first that is offered. */
export const typeAmong = (types: readonly VisitTypeView[], typeId: string | null): VisitTypeView =>
  types.find((type) => type.typeId === typeId) ?? types[0] ?? viewOf(plainVisitType);

/** A shipped one as the server would answer with it. */
export const viewOf = ({ steps, ...type }: VisitType): VisitTypeView => ({
  ...type,
  steps: steps.map((step) => ({ ...step, options: [...step.options] })),
});

/** What somebody fills in, without what it is sent as. */
export type Filled = Omit<VisitForm, "commandId">;

/** The same without what else a page keeps beside it. */
export const filledOf = (form: Filled): Filled => ({
  purpose: form.purpose,
  peopleMet: form.peopleMet,
  record: form.record,
  nextStep: form.nextStep,
  nextStepOn: form.nextStepOn,
  dayChosen: form.dayChosen,
  typeId: form.typeId,
  answers: form.answers,
});

/** A correction on top of what has come in between, field by field and step by step. @param began as the record stood when it was begun */
export const correctedOnTop = (now: Filled, { began, mine }: { began: Filled; mine: Filled }): Filled => ({
  ...onTopOf(now, { began, mine: filledOf(mine) }),
  answers: onTopOf(now.answers, { began: began.answers, mine: mine.answers }),
});
