import type { FormulaPartView } from "@shared/contracts";
import {
  type Assignment,
  formulaOf,
  type Language,
  type MemberBook,
  ruleText,
  type Trace,
  type TraceNode,
  type TraceSource,
} from "@shared/domain/pay";
import { textsIn } from "../../texts";
import { saleIdOf } from "./presentLine";

/** A formula with what each of its values opens: none is without a sentence on where it comes from. */
export function presentFormula(
  trace: Trace,
  book: MemberBook,
  names: Readonly<Record<string, string>>,
  language: Language,
): FormulaPartView[] {
  const texts = textsIn(language);
  return formulaOf(trace, language).map(({ text, label, source, ref }) => {
    if (label === null) return { text, label, source: null, opens: null, saleId: null };
    const fact = ref?.kind === "fact" ? book.facts.find((one) => one.id === ref.factId) : undefined;
    if (!fact) return { text, label, source: source ?? texts.earnings.ofLine, opens: opensOf(ref), saleId: null };
    const customer = ("customerId" in fact && fact.customerId && names[fact.customerId]) || "";
    const saleId = saleIdOf(fact);
    const of = texts.joined([customer, texts.format.day(fact.on)].filter((part) => part !== ""));
    // Of what was refunded it says besides what was agreed and what came back.
    const said = [texts.earnings.ofSale({ of }), ...(source === null ? [] : [source])].join(
      language === "en" ? ". " : "。",
    );
    return { text, label, source: said, opens: saleId === null ? null : "sale", saleId };
  });
}

function opensOf(ref: TraceSource | null): FormulaPartView["opens"] {
  switch (ref?.kind) {
    case "measure":
    case "attainment":
      return ref.of === "member" ? "sales" : ref.of === "team" ? "team" : null;
    case "constant":
      return "rule";
    case undefined:
      return "sales";
    default:
      return null;
  }
}

/** The rule of a line as its plan has it. */
export function ruleOf(
  { plan, component }: Trace,
  assignments: readonly Assignment[],
  language: Language,
): { when: string | null; amount: string } {
  const { version, rule } = planBehind({ plan, component }, assignments);
  if (!version || !rule) return { when: null, amount: "" };
  const { when, amount } = ruleText(version, rule, language);
  return { when, amount: amount ?? "" };
}

function planBehind({ plan, component }: Pick<Trace, "plan" | "component">, assignments: readonly Assignment[]) {
  const version = assignments
    .flatMap(({ versions }) => versions)
    .find(({ code, version: number }) => code === plan.code && number === plan.version);
  return { version, rule: version?.components.find(({ code }) => code === component.code) };
}

/** The measure by whose facts a line is divided, such as `visits.effective`, also while there is nothing to divide; null: by none. */
export function basisCodeOf(trace: Trace, assignments: readonly Assignment[]): string | null {
  const { version, rule } = planBehind(trace, assignments);
  const basis = rule && "basis" in rule ? rule.basis : undefined;
  const input = version?.inputs.find(({ name }) => name === basis);
  return input && "code" in input ? input.code : null;
}

/** The facts that a trace has measured, each once: what stands behind a line of 0, of which nothing belongs to anybody. */
export function factsMeasured({ formula, condition }: Trace): string[] {
  const ids = new Set<string>();
  const look = (node: TraceNode | null): void => {
    if (!node) return;
    if (node.node === "leaf") {
      if (node.source.kind === "measure") node.source.factIds.forEach((id) => ids.add(id));
      if (node.source.kind === "fact") ids.add(node.source.factId);
    } else if (node.node === "choice") {
      look(node.condition);
      look(node.chosen);
    } else node.parts.forEach(look);
  };
  look(formula);
  look(condition);
  return [...ids];
}
