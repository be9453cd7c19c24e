import type { BodyOf, ConfiguredVisitTypeView } from "@shared/contracts";
import {
  isShortStep,
  type VisitStepKind,
  type VisitTypeFault,
  visitTypeFaults,
  type VisitTypeReaders,
} from "@shared/domain/visitType";

export interface StepForm {
  stepId: string;
  kind: VisitStepKind;
  label: string;
  required: boolean;
  /** Of words: one line is asked for. */
  isShort: boolean;
  /** As typed: options with slashes or commas between, products one a line. */
  options: string;
}

export interface VisitTypeForm {
  commandId: string;
  typeId: string;
  /** The version that was seen; 0: a new one. */
  version: number;
  name: string;
  seenBy: VisitTypeReaders;
  asksTimeOnSite: boolean;
  inUse: boolean;
  steps: StepForm[];
  /** It is to stand before all others. */
  isFirst?: true;
}

type Rules = Omit<BodyOf<"visitTypes.save">, "commandId" | "version" | "isFirst">;

export const emptyStep = (newId: () => string): StepForm => ({
  stepId: `s-${newId()}`,
  kind: "text",
  label: "",
  required: false,
  isShort: false,
  options: "",
});

/** A new type asks for what no visit can do without. @param recordLabel what that is called at first */
export const newTypeForm = (newId: () => string, recordLabel: string): VisitTypeForm => ({
  commandId: newId(),
  typeId: `t-${newId()}`,
  version: 0,
  name: "",
  seenBy: "everybody",
  asksTimeOnSite: false,
  inUse: true,
  steps: [{ ...emptyStep(newId), kind: "record", label: recordLabel, required: true }],
});

export const formOfType = (type: ConfiguredVisitTypeView, newId: () => string): VisitTypeForm => ({
  commandId: newId(),
  typeId: type.typeId,
  version: type.version,
  name: type.name,
  seenBy: type.seenBy,
  asksTimeOnSite: type.asksTimeOnSite,
  inUse: type.inUse,
  steps: type.steps.map((step) => ({
    ...step,
    isShort: isShortStep(step),
    options: step.options.join(step.kind === "products" ? "\n" : " / "),
  })),
});

/** A product's name may hold any of what stands between options. */
const optionsOf = (typed: string, kind: VisitStepKind): string[] =>
  typed
    .split(kind === "products" ? "\n" : /[/、,，;；\n]/)
    .map((option) => option.trim())
    .filter((option) => option !== "");

/** What a form comes to. */
export const rulesOf = ({ name, seenBy, asksTimeOnSite, inUse, steps }: VisitTypeForm): Rules => ({
  name: name.trim(),
  ...{ seenBy, asksTimeOnSite, inUse },
  steps: steps.map(({ stepId, kind, label, required, options, isShort }) => ({
    ...{ stepId, kind, label: label.trim(), required: required || kind === "record" },
    options: kind === "choice" || kind === "products" ? optionsOf(options, kind) : [],
    isShort: isShortStep({ kind, isShort }),
  })),
});

/** By field, what is wrong. @param others the other types */
export function formFaults(
  form: VisitTypeForm,
  others: readonly ConfiguredVisitTypeView[],
): Partial<Record<string, VisitTypeFault["code"]>> {
  const takenNames = others.filter(({ inUse, typeId }) => inUse && typeId !== form.typeId).map(({ name }) => name);
  const faults: Partial<Record<string, VisitTypeFault["code"]>> = {};
  for (const { field, code } of visitTypeFaults(rulesOf(form), takenNames)) faults[field] ??= code;
  return faults;
}

/** Whether a form says anything else than the type as it is. */
export function differs(form: VisitTypeForm, type: ConfiguredVisitTypeView): boolean {
  const { name, seenBy, asksTimeOnSite, inUse, steps } = type;
  const asItIs = {
    name,
    seenBy,
    asksTimeOnSite,
    inUse,
    steps: steps.map((step) => {
      const { stepId, kind, label, required, options } = step;
      return { stepId, kind, label, required, options, isShort: isShortStep(step) };
    }),
  };
  return JSON.stringify(asItIs) !== JSON.stringify(rulesOf(form));
}

/** A step moved by one place. */
export function moved<Item>(items: readonly Item[], from: number, by: -1 | 1): Item[] {
  const to = from + by;
  const next = [...items];
  const [item] = next.splice(from, 1);
  if (item === undefined || to < 0 || to > next.length) return [...items];
  next.splice(to, 0, item);
  return next;
}
