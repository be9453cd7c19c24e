import { lengthSeen } from "./invisible";

/*
 * What a visit of a kind asks for: its steps in their order, and which of them it cannot do without. A type is a row of versions; a
 * record keeps the one that it was written by.
 */

/** Of what a step is. The first three are parts of every record, once each; the others are answers of their own. */
export const visitStepKinds = [
  "people",
  "record",
  "nextStep",
  "text",
  "choice",
  "number",
  "photo",
  "products",
  "signature",
] as const;
export type VisitStepKind = (typeof visitStepKinds)[number];

export interface VisitStep {
  stepId: string;
  kind: VisitStepKind;
  label: string;
  /** Without it the visit does not count. */
  required: boolean;
  /** What a choice offers, or which products are counted; empty for other kinds. */
  options: readonly string[];
  /** Of words: one line is asked for. Absent: as long as it takes. */
  isShort?: boolean;
}

/** Whether a step asks for one line. Only how it is asked for: what was written at greater length stands. */
export const isShortStep = ({ kind, isShort }: Pick<VisitStep, "kind" | "isShort">): boolean =>
  kind === "text" && isShort === true;

/** Who is offered a type. */
export const visitTypeReaders = ["everybody", "reps", "leaders"] as const;
export type VisitTypeReaders = (typeof visitTypeReaders)[number];

export interface VisitTypeRef {
  typeId: string;
  version: number;
}

/** What an administrator decides about a type. */
export interface VisitTypeRules {
  name: string;
  steps: readonly VisitStep[];
  /** Whether one checks out as well, so that the time on site is known. */
  asksTimeOnSite: boolean;
  seenBy: VisitTypeReaders;
}

export interface VisitType extends VisitTypeRef, VisitTypeRules {}

/** A file that belongs to a record: made on the phone, and sent before the record. */
export interface RecordFile {
  /** Made when it was taken; each is its member's own. */
  fileId: string;
  /** SHA-256 of what the phone has taken, in hexadecimal. */
  hash: string;
}

/** What was spoken in place of typing more: heard as it is, and never made into text. */
export interface VoiceNote extends RecordFile {
  lengthMs: number;
}

/** How many there were of one product; 0: none, such as one that is out of stock. */
export interface ProductCount {
  product: string;
  count: number;
}

/** What somebody has answered at a step of its own. */
export interface StepAnswer {
  stepId: string;
  /** What was typed or chosen; of a signature, who has signed; empty for photos and products. */
  value: string;
  /** Photos, or the one drawing of a signature. */
  files?: readonly RecordFile[];
  /** In the order of the step's products; those of which nothing was said are not among them. */
  counts?: readonly ProductCount[];
}

/** A record as far as steps go. */
export interface FilledRecord {
  peopleMet: string | null;
  record: string;
  nextStep: object | null;
  answers: readonly StepAnswer[];
}

export const visitTypeLimits = {
  name: 20,
  label: 30,
  option: 30,
  steps: 12,
  options: 12,
  product: 60,
  products: 60,
  types: 30,
  answer: 500,
  line: 60,
  /** Of one step. */
  photos: 6,
  signer: 30,
  count: 9_999,
  voiceMs: 60_000,
} as const;

const step = (
  stepId: string,
  kind: VisitStepKind,
  label: string,
  { required = false, options = [], ...more }: { required?: boolean; options?: string[]; isShort?: true } = {},
): VisitStep => ({ stepId, kind, label, required, options, ...more });
const must = { required: true };

const shipped = (typeId: string, name: string, steps: VisitStep[], asksTimeOnSite = false): VisitType => ({
  ...{ typeId, version: 1, name, steps, asksTimeOnSite },
  seenBy: "everybody",
});

/**
/**
 * The types that every company began with, at version 1. Records name them, so none of these is ever edited here: what is to be otherwise
 * is a version of its own, as an administrator writes one. Whether one line is asked for changes no record, and stands here alone.
 */
export const firstVisitTypes: readonly VisitType[] = [
  shipped("plain", "普通拜访", [
    step("record", "record", "客户说了什么", must),
    step("people", "people", "见了谁"),
    step("nextStep", "nextStep", "下一步"),
  ]),
  shipped("hospital", "医院拜访", [
    step("people", "people", "见了谁", must),
    step("department", "text", "科室", { isShort: true }),
    step("record", "record", "医生的需求", must),
    step("feedback", "text", "医生的反馈", must),
    step("nextStep", "nextStep", "下一步", must),
  ]),
  shipped(
    "store",
    "巡店",
    [
      step("people", "people", "见了谁"),
      step("display", "choice", "陈列", { required: true, options: ["整齐", "缺货", "被遮挡", "没有陈列"] }),
      step("facings", "number", "排面数"),
      step("outOfStock", "number", "缺货品种数"),
      step("record", "record", "店里的情况", must),
      step("nextStep", "nextStep", "下一步"),
    ],
    true,
  ),
  shipped("project", "项目拜访", [
    step("people", "people", "见了谁", must),
    step("record", "record", "项目进展", must),
    step("obstacle", "text", "卡在哪里"),
    step("nextStep", "nextStep", "下一步", must),
  ]),
  shipped("samples", "送样", [
    step("record", "record", "送了什么样品", must),
    step("nextStep", "nextStep", "什么时候问结果", must),
  ]),
];

/** What has been shipped since: a company's own version of the same number stands before it. */
const laterVisitTypes: readonly VisitType[] = [
  {
    ...shipped(
      "store",
      "巡店",
      [
        step("people", "people", "见了谁"),
        step("shelf", "photo", "货架照片"),
        step("display", "choice", "陈列", { required: true, options: ["整齐", "缺货", "被遮挡", "没有陈列"] }),
        step("facings", "number", "排面数"),
        step("stock", "products", "在架数量（缺货填 0）"),
        step("outOfStock", "number", "缺货品种数"),
        step("record", "record", "店里的情况", must),
        step("nextStep", "nextStep", "下一步"),
      ],
      true,
    ),
    version: 2,
  },
  {
    ...shipped("project", "项目拜访", [
      step("people", "people", "见了谁", must),
      step("record", "record", "项目进展", must),
      step("site", "photo", "现场照片"),
      step("obstacle", "text", "卡在哪里"),
      step("nextStep", "nextStep", "下一步", must),
    ]),
    version: 2,
  },
  {
    ...shipped("samples", "送样", [
      step("record", "record", "送了什么样品", must),
      step("left", "products", "留下的样品"),
      step("receipt", "signature", "签收"),
      step("nextStep", "nextStep", "什么时候问结果", must),
    ]),
    version: 2,
  },
];

/** Every version that was ever shipped. */
export const shippedVersions: readonly VisitType[] = [...firstVisitTypes, ...laterVisitTypes];

/** The newest one of each. */
export const shippedVisitTypes: readonly VisitType[] = firstVisitTypes.map(
  (first) => laterVisitTypes.find(({ typeId }) => typeId === first.typeId) ?? first,
);

/** What a record is of that says nothing about it. */
export const plainVisitType: VisitType = firstVisitTypes[0] as VisitType; // the list is not empty

export const visitTypeKeyOf = ({ typeId, version }: VisitTypeRef): string => `${typeId}@${version}`;

export const isOfType = (one: VisitTypeRef, other: VisitTypeRef): boolean =>
  one.typeId === other.typeId && one.version === other.version;

/** Whether somebody is offered a type. Who is neither in sales nor leads sees what reps see. */
export function isOffered({ seenBy }: Pick<VisitType, "seenBy">, leads: boolean): boolean {
  return seenBy === "everybody" || (seenBy === "leaders") === leads;
}

export interface VisitTypeFault {
  /** As in the type: `name`, `steps`, `steps.2.label`, `steps.2.options`. */
  field: string;
  code:
    | "name.missing"
    | "name.taken"
    | "text.tooLong"
    | "steps.tooMany"
    | "steps.recordMissing"
    | "step.labelMissing"
    | "step.labelTwice"
    | "step.kindTwice"
    | "step.recordOptional"
    | "step.optionsFew"
    | "step.optionsTooMany"
    | "step.optionTwice"
    | "step.optionsForbidden"
    | "step.productsMissing";
}

const onceKinds: readonly VisitStepKind[] = ["people", "record", "nextStep"];

/**
 * What is wrong with a type, if anything.
 * @param takenNames of the other types in use
 */
export function visitTypeFaults({ name, steps }: VisitTypeRules, takenNames: readonly string[]): VisitTypeFault[] {
  const faults: VisitTypeFault[] = [];
  const add = (field: string, code: VisitTypeFault["code"]) => void faults.push({ field, code });
  if (name.trim() === "") add("name", "name.missing");
  else if (lengthSeen(name) > visitTypeLimits.name) add("name", "text.tooLong");
  else if (takenNames.includes(name)) add("name", "name.taken");
  if (steps.length > visitTypeLimits.steps) add("steps", "steps.tooMany");
  if (!steps.some(({ kind }) => kind === "record")) add("steps", "steps.recordMissing");
  steps.forEach((one, n) => {
    const before = steps.slice(0, n);
    const field = `steps.${n}.label`;
    if (one.label.trim() === "") add(field, "step.labelMissing");
    else if (lengthSeen(one.label) > visitTypeLimits.label) add(field, "text.tooLong");
    else if (before.some(({ label, stepId }) => label === one.label || stepId === one.stepId))
      add(field, "step.labelTwice");
    if (onceKinds.includes(one.kind) && before.some(({ kind }) => kind === one.kind)) add(field, "step.kindTwice");
    // What was said is what makes a check-in a visit (R151).
    if (one.kind === "record" && !one.required) add(field, "step.recordOptional");
    const optionsCode = optionsFault(one);
    if (optionsCode) add(`steps.${n}.options`, optionsCode);
  });
  return faults;
}

function optionsFault({ kind, options, required }: VisitStep): VisitTypeFault["code"] | null {
  if (kind !== "choice" && kind !== "products") return options.length > 0 ? "step.optionsForbidden" : null;
  const isChoice = kind === "choice";
  if (isChoice && options.length < 2) return "step.optionsFew";
  // One that nobody can fill in is not asked for, see `isAsked`.
  if (options.length === 0 && required) return "step.productsMissing";
  if (options.length > visitTypeLimits[isChoice ? "options" : "products"]) return "step.optionsTooMany";
  const lengthMax = visitTypeLimits[isChoice ? "option" : "product"];
  if (options.some((option) => lengthSeen(option) > lengthMax)) return "text.tooLong";
  return new Set(options).size < options.length ? "step.optionTwice" : null;
}

/** Whether a step can be filled in: products are counted once the company has said which. */
export const isAsked = ({ kind, options }: Pick<VisitStep, "kind" | "options">): boolean =>
  kind !== "products" || options.length > 0;

/** A number as a step takes it: up to nine digits, two of them behind a point. */
export const isStepNumber = (value: string): boolean => /^\d{1,9}(\.\d{1,2})?$/.test(value);

/** A count as it is typed. */
export const isProductCount = (typed: string): boolean => /^\d{1,4}$/.test(typed);

export type AnswerFault =
  | "answer.unknownStep"
  | "answer.twice"
  | "answer.notNumber"
  | "answer.notOffered"
  /** Something else than its step is made of. */
  | "answer.otherKind"
  | "answer.tooManyFiles"
  | "answer.fileTwice";

/** What is wrong with an answer; null where it is one that its step takes. */
export function answerFault(
  { steps }: Pick<VisitType, "steps">,
  answers: readonly StepAnswer[],
  n: number,
): AnswerFault | null {
  const answer = answers[n];
  const step = steps.find(({ stepId }) => stepId === answer?.stepId);
  if (!answer || !step || onceKinds.includes(step.kind)) return "answer.unknownStep";
  const before = answers.slice(0, n);
  if (before.some(({ stepId }) => stepId === answer.stepId)) return "answer.twice";
  if (!isOfItsKind(step, answer)) return "answer.otherKind";
  if (step.kind === "number" && !isStepNumber(answer.value)) return "answer.notNumber";
  if (step.kind === "choice" && !step.options.includes(answer.value)) return "answer.notOffered";
  return countsFault(step, answer) ?? filesFault(step, answer, before);
}

/** Each kind of step is answered by parts of its own. */
function isOfItsKind({ kind }: VisitStep, { value, files = [], counts = [] }: StepAnswer): boolean {
  if (kind === "photo") return value === "" && files.length > 0 && counts.length === 0;
  if (kind === "products") return value === "" && files.length === 0 && counts.length > 0;
  if (kind === "signature") return files.length > 0 && value.trim() !== "" && counts.length === 0;
  return files.length === 0 && counts.length === 0 && value.trim() !== "";
}

function countsFault({ options }: VisitStep, { counts = [] }: StepAnswer): AnswerFault | null {
  const products = counts.map(({ product }) => product);
  if (products.some((product) => !options.includes(product))) return "answer.notOffered";
  return new Set(products).size < products.length ? "answer.twice" : null;
}

function filesFault(
  { kind }: VisitStep,
  { files = [] }: StepAnswer,
  before: readonly StepAnswer[],
): AnswerFault | null {
  if (files.length > (kind === "signature" ? 1 : visitTypeLimits.photos)) return "answer.tooManyFiles";
  const ids = [...before.flatMap((one) => one.files ?? []), ...files].map(({ fileId }) => fileId);
  return new Set(ids).size < ids.length ? "answer.fileTwice" : null;
}

/** Answers in the order of their steps, and counts in that of the products: the same ones are always the same record. */
export const inStepOrder = ({ steps }: Pick<VisitType, "steps">, answers: readonly StepAnswer[]): StepAnswer[] =>
  steps.flatMap(({ stepId, options }) =>
    answers
      .filter((answer) => answer.stepId === stepId)
      .map((answer) => {
        const { counts } = answer;
        if (!counts) return answer;
        return { ...answer, counts: options.flatMap((product) => counts.filter((one) => one.product === product)) };
      }),
  );

const answerAt = (answers: readonly StepAnswer[], { stepId }: Pick<VisitStep, "stepId">): StepAnswer | undefined =>
  answers.find((answer) => answer.stepId === stepId);

/** What was answered at a step of its own; null where nothing was, or the step is a part of every record. */
export const answerOf = (answers: readonly StepAnswer[], step: Pick<VisitStep, "stepId">): string | null =>
  answerAt(answers, step)?.value ?? null;

/** The required steps that a record has left out: one by one, in the order of the type. */
export function missingSteps({ steps }: Pick<VisitType, "steps">, filled: FilledRecord): VisitStep[] {
  return steps.filter((step) => step.required && !isFilled(step, filled));
}

function isFilled(step: VisitStep, { peopleMet, record, nextStep, answers }: FilledRecord): boolean {
  if (step.kind === "people") return (peopleMet ?? "").trim() !== "";
  if (step.kind === "record") return record.trim() !== "";
  if (step.kind === "nextStep") return nextStep !== null;
  const { value = "", files = [], counts = [] } = answerAt(answers, step) ?? {};
  if (step.kind === "photo") return files.length > 0;
  if (step.kind === "products") return counts.length > 0;
  return value.trim() !== "" && (step.kind !== "signature" || files.length > 0);
}

/** A step of its own with what was answered there, for whoever reads a record. */
export interface AnsweredStep {
  label: string;
  /** In words; empty for photos. */
  value: string;
  /** How many photos or drawings there are to look at; absent: none. */
  files?: number;
}

export const answeredSteps = ({ steps }: Pick<VisitType, "steps">, answers: readonly StepAnswer[]): AnsweredStep[] =>
  steps.flatMap((step) => {
    const answer = answerAt(answers, step);
    if (!answer) return [];
    const { value, files = [], counts = [] } = answer;
    const said =
      step.kind === "products" ? counts.map(({ product, count }) => `${product} ${count}`).join("、") : value;
    return [{ label: step.label, value: said, ...(files.length > 0 && { files: files.length }) }];
  });

/** The files of a record's answers. */
export const filesOfAnswers = (answers: readonly StepAnswer[]): RecordFile[] =>
  answers.flatMap(({ files = [] }) => [...files]);
