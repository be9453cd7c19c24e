import type { Fen } from "../../money";
import { monthOf } from "../../time";
import { ExampleEnvironment } from "../evaluation/exampleEnvironment";
import { priceAmount, type Priced } from "../evaluation/priceAmount";
import { fieldsOf } from "../facts/factFields";
import type { FormulaRecord } from "../formula";
import { type CompiledComponent, type CompiledPlan, compilePlan, inOrderOfNeed, unitOfInput } from "../plan/compile";
import type { Component, Language, Plan, PlanExample, Trace, TraceNode, Unit } from "../types";
import { besideEdges } from "./besideEdges";
import { formulaText, sentenceOf } from "./text";
import { nameOf } from "./text/names";
import { valueText } from "./text/valueText";
import { wordsOf } from "./text/words";
import { traceNode } from "./traceNode";

/** How a component reckons, by one example. */
export interface WorkedExample {
  /** What its condition asks about, and the sentence that a line would have. */
  sentence: string;
  /** `150,000.00 × 1.5% = 2,250.00`; null for a fixed amount. */
  formula: string | null;
}

/**
 * Made by pricing a component, as a line is: the plan's own example where one is about it and pays, else usual values that pay something. null:
 * the component has a fault.
 */
export function workedExample(plan: Plan, component: Component, language: Language): WorkedExample | null {
  const compiledPlan = compilePlan(plan);
  const compiled = compiledPlan.components.find((one) => one.component.code === component.code);
  if (compiled === undefined || compiled.faults.length > 0) return null;
  const tried = givenOf(plan, compiled).map((given) => exampleAt(compiledPlan, compiled, given));
  const example = tried.find(({ priced }) => priced.fen !== 0) ?? tried[0];
  if (example === undefined) return null;
  const trace = traceOfExample(compiledPlan, compiled, example);
  const { listed, colon } = wordsOf(language);
  const asked = askedIn(trace, language).join(listed);
  const formula = formulaText(trace, language);
  return {
    sentence: `${asked === "" ? "" : asked.charAt(0).toUpperCase() + asked.slice(1) + colon}${sentenceOf(trace, language)}`,
    formula: formula.includes(" = ") ? formula : null,
  };
}

interface Example {
  priced: Priced;
  env: ExampleEnvironment;
  record: FormulaRecord;
}

/** The plan's own examples first, those that say what the component pays. */
function givenOf(plan: Plan, compiled: CompiledComponent): PlanExample["given"][] {
  const own = plan.examples.filter(({ expect }) => compiled.component.code in expect);
  return [...own.map(({ given }) => given), ...["1", "0.5", "2", "10"].map((times) => usual(plan, compiled, times))];
}

/** Round values of every name: as many times the usual ones. */
function usual(plan: Plan, { component }: CompiledComponent, times: string): PlanExample["given"] {
  const given: PlanExample["given"] = {};
  const write = (name: string, unit: Unit): void => {
    const value = String(usualByUnit[unit] * Number(times));
    given[name] = unit === "money" ? `${value}元` : value;
  };
  for (const input of plan.inputs) if (input.kind !== "lines") write(input.name, unitOfInput(input));
  if (component.grain === "event")
    for (const { name, alias, unit } of fieldsOf(component.on)) for (const one of [name, alias]) write(one, unit);
  for (const table of plan.tables) if (table.kind === "lookup") given[table.by] ??= table.rows[0]?.key ?? "";
  return given;
}

const usualByUnit: Record<Unit, number> = { money: 100_000, count: 10, ratio: 1, decimal: 1, days: 10 };

function exampleAt(plan: CompiledPlan, compiled: CompiledComponent, given: PlanExample["given"]): Example {
  const amounts = new Map<string, Fen>();
  const { component } = compiled;
  for (const one of inOrderOfNeed(plan.components).ordered)
    if (compiled.needs.length > 0 && one !== compiled && one.faults.length === 0)
      amounts.set(one.component.code, priceAmount(one, new ExampleEnvironment(plan, given, amounts)).fen);
  const record: FormulaRecord = { values: new Map(), rows: new Map() };
  const on = component.grain === "event" ? component.on : undefined;
  const env = new ExampleEnvironment(plan, given, amounts, { on, record });
  return { priced: priceAmount(compiled, env), env, record };
}

function traceOfExample(plan: CompiledPlan, compiled: CompiledComponent, { priced, env, record }: Example): Trace {
  const { formulas, head, conditionText, englishNames } = compiled;
  const nodes = [formulas.when, formulas.amount].map((formula): TraceNode | null =>
    formula !== undefined && record.values.has(formula) ? traceNode(formula, { env, plan, record }) : null,
  );
  const [condition = null, formula = null] = besideEdges(nodes);
  const { code, name, version, validFrom } = plan.plan;
  return {
    ...{ lineId: code, factId: null, component: head, plan: { code, name, version, validFrom } },
    ...{ condition, conditionText, englishNames, formula, steps: priced.steps },
    ...{ amountFen: priced.fen, lineFen: priced.fen, reason: priced.reason },
    ...{ month: monthOf(validFrom), days: null, fact: null },
  };
}

/** What the condition asks about and the formula does not show: `首单金额 100,000.00`. */
function askedIn({ condition, formula }: Trace, language: Language): string[] {
  const told = new Set(formula === null ? [] : leavesOf(formula).map(({ name }) => name));
  const asked = condition === null ? [] : leavesOf(condition).filter(({ name }) => name !== null && !told.has(name));
  const { yuan } = wordsOf(language);
  const texts = asked.map((leaf) => {
    const value = valueText(leaf.value);
    return `${nameOf(leaf, language) ?? ""} ${leaf.value.unit === "money" ? yuan(value) : value}`;
  });
  return [...new Set(texts)];
}

function leavesOf(node: TraceNode): (TraceNode & { node: "leaf" })[] {
  if (node.node === "leaf") return [node];
  return (node.node === "choice" ? [node.condition, node.chosen] : node.parts).flatMap(leavesOf);
}
