import type { BodyOf, VisitTypeView, VisitView } from "@shared/contracts";
import { dayMeant } from "@shared/domain/dayWords";
import { lengthSeen } from "@shared/domain/invisible";
import { tidiedLine } from "@shared/domain/tidyText";
import {
  isProductCount,
  isStepNumber,
  missingSteps,
  plainVisitType,
  type VisitStep,
  type VisitStepKind,
  type VisitType,
  visitTypeLimits,
} from "@shared/domain/visitType";
import { onTopOf } from "@/features/draft/onTopOf";
import type { QueuedFile } from "@/features/queue/queuedFiles";

export type Purpose = BodyOf<"visits.record">["purpose"];
export const purposes: readonly Purpose[] = ["followUp", "newBusiness", "samples", "payment", "service"];

/** A file of a form: on this phone until its record has arrived; or on the server, with an earlier version of the record. */
export type FormFile = Omit<QueuedFile, "isSent" | "sentTimes"> & { isOnServer?: true };

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
  /** By step and product, how many were counted, as typed. */
  counts: Record<string, Record<string, string>>;
  /** By step, what was photographed or drawn. */
  files: Record<string, FormFile[]>;
  /** What was spoken beside it. */
  voice: (FormFile & { lengthMs: number }) | null;
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
  counts: {},
  files: {},
  voice: null,
});

/** The one thing that no visit can do without. */
export const hasRecord = (form: VisitForm): boolean => form.record.trim() !== "";

/**
 * What is wrong with a field: nothing there, more than fits, no number; of a signature one half without the other. "required": its step is
 * left out, with which the visit does not count; that is no reason not to keep what there is.
 */
export type VisitFault = "missing" | "tooLong" | "notNumber" | "half" | "required";
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
    const fault = stepFault(form, step);
    if (fault) faults[fieldOfStep(step)] = fault;
  }
  const typed = typedFor(form, type);
  for (const [field, max] of Object.entries(visitLengths) as [keyof typeof visitLengths, number][])
    if (lengthSeen(typed[field]) > max) faults[field] = "tooLong";
  if (typed.record === "") faults.record = "missing";
  if (typed.nextStep !== "" && form.nextStepOn === "") faults.nextStepOn = "missing";
  return faults;
}

/** What is wrong with what was filled in at a step of the type's own. */
function stepFault(form: VisitForm, { stepId, kind }: VisitStep): VisitFault | null {
  const value = (form.answers[stepId] ?? "").trim();
  switch (kind) {
    case "number":
      return value !== "" && !isStepNumber(value) ? "notNumber" : null;
    case "text":
      return lengthSeen(value) > visitTypeLimits.answer ? "tooLong" : null;
    case "products":
      return Object.values(form.counts[stepId] ?? {}).some((typed) => typed !== "" && !isProductCount(typed))
        ? "notNumber"
        : null;
    case "signature":
      if (lengthSeen(value) > visitTypeLimits.signer) return "tooLong";
      return (value === "") === ((form.files[stepId] ?? []).length === 0) ? null : "half";
    default:
      return null;
  }
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
    answers: type.steps.flatMap((step) => answerAt(form, step)),
    voice: form.voice && { fileId: form.voice.fileId, hash: form.voice.hash, lengthMs: form.voice.lengthMs },
  };
}

type SentAnswer = NonNullable<BodyOf<"visits.record">["answers"]>[number];

/** What is sent of a step of the type's own; nothing where it is left out, or a half of it. */
function answerAt(form: VisitForm, { stepId, kind, options }: VisitStep): SentAnswer[] {
  const value = (form.answers[stepId] ?? "").trim();
  const files = (form.files[stepId] ?? []).map(({ fileId, hash }) => ({ fileId, hash }));
  const counts = options.flatMap((product) => {
    const typed = form.counts[stepId]?.[product] ?? "";
    return isProductCount(typed) ? [{ product, count: Number(typed) }] : [];
  });
  if (fieldOf[kind] !== undefined) return [];
  if (kind === "photo") return files.length === 0 ? [] : [{ stepId, value: "", files }];
  if (kind === "products") return counts.length === 0 ? [] : [{ stepId, value: "", counts }];
  if (kind === "signature") return value === "" || files.length === 0 ? [] : [{ stepId, value, files }];
  return value === "" ? [] : [{ stepId, value }];
}

/** The files that go before a form: those of this type's steps that the server has not got. */
export const filesToSend = (form: VisitForm, { steps }: VisitTypeView): QueuedFile[] =>
  [
    ...steps
      .filter(({ kind }) => kind === "photo" || kind === "signature")
      .flatMap(({ stepId }) => form.files[stepId] ?? []),
    ...(form.voice ? [form.voice] : []),
  ]
    .filter(({ isOnServer }) => !isOnServer)
    .map(({ fileId, hash, type, bytes, isKept }) => ({
      ...{ fileId, hash, type, bytes, isKept },
      ...{ isSent: false, sentTimes: 0 },
    }));

/** What was spoken beside a record, as a form has it. */
export const filledVoice = (voice: VisitView["voice"]): VisitForm["voice"] =>
  voice ? { ...voice, type: "audio/mpeg", bytes: 0, isKept: true, isOnServer: true } : null;

/** What a record has at the steps of its type's own, as a form has it. */
export function filledAnswers(answers: VisitView["answers"]): Pick<VisitForm, "answers" | "counts" | "files"> {
  const onServer = { type: "image/jpeg", bytes: 0, isKept: true, isOnServer: true } as const;
  return {
    answers: Object.fromEntries(answers.map(({ stepId, value }) => [stepId, value])),
    counts: Object.fromEntries(
      answers.flatMap(({ stepId, counts }) =>
        counts ? [[stepId, Object.fromEntries(counts.map(({ product, count }) => [product, String(count)]))]] : [],
      ),
    ),
    files: Object.fromEntries(
      answers.flatMap(({ stepId, files }) =>
        files ? [[stepId, files.map((file): FormFile => ({ ...file, ...onServer }))]] : [],
      ),
    ),
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
  counts: form.counts,
  files: form.files,
  voice: form.voice,
});

/** A correction on top of what has come in between, field by field and step by step. @param began as the record stood when it was begun */
export const correctedOnTop = (now: Filled, { began, mine }: { began: Filled; mine: Filled }): Filled => ({
  ...onTopOf(now, { began, mine: filledOf(mine) }),
  answers: onTopOf(now.answers, { began: began.answers, mine: mine.answers }),
  counts: onTopOf(now.counts, { began: began.counts, mine: mine.counts }),
  files: onTopOf(now.files, { began: began.files, mine: mine.files }),
});
