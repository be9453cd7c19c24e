import { fieldsOf } from "../facts/factFields";
import {
  checkFormula,
  FormulaError,
  type FormulaNode,
  namesIn,
  parseFormula,
  printEnglish,
  printFormula,
  type Scope,
  type Wanted,
} from "../formula";
import { measureNamed } from "../facts/measures";
import { decimal, type Exact, exactOfDecimal, zero } from "../numbers/number";
import { type ExactTable, exactTable } from "../formula/tables";
import type {
  Component,
  EventComponent,
  FactKind,
  Line,
  LookupTable,
  Plan,
  PlanInput,
  StackingRule,
  Unit,
} from "../types";

export type FormulaSlot = "when" | "amount" | "cap" | "floor";

export interface CompiledComponent {
  component: Component;
  /** Place in the plan. */
  order: number;
  formulas: Partial<Record<FormulaSlot, FormulaNode>>;
  /** What is wrong with its formulas; such a component is not priced. */
  faults: { slot: FormulaSlot; error: FormulaError }[];
  /** Inputs that its formulas use. */
  inputs: PlanInput[];
  /** Components whose lines it needs. */
  needs: string[];
  head: Line["component"];
  /** English names of whatever its formulas may name. */
  englishNames: Record<string, string>;
  /** Its condition in standard form; null where it has none. */
  conditionText: { "zh-CN": string; en: string } | null;
  /** What its tranches come to, in the order of the plan. */
  trancheShares: Exact[];
  /** Names of what the rest of an open month can change about its lines. */
  openFactors: string[];
}

/** A plan with its formulas parsed and checked and its tables exact: made once for each plan object. */
export interface CompiledPlan {
  plan: Plan;
  components: CompiledComponent[];
  /** Event components that can be priced, by the kind of fact that they price. */
  events: ReadonlyMap<FactKind, { compiled: CompiledComponent; component: EventComponent }[]>;
  inputs: ReadonlyMap<string, PlanInput>;
  bandTables: ReadonlyMap<string, ExactTable>;
  lookupTables: ReadonlyMap<string, LookupTable>;
  lookupValues: ReadonlyMap<LookupTable, { byKey: ReadonlyMap<string, Exact>; otherwise: Exact }>;
}

// A published plan never changes, so what was made of it stays true as long as the object lives.
const known = new WeakMap<Plan, CompiledPlan>();

export function compilePlan(plan: Plan): CompiledPlan {
  const done = known.get(plan);
  if (done !== undefined) return done;
  const compiled = newlyCompiled(plan);
  known.set(plan, compiled);
  return compiled;
}

function newlyCompiled(plan: Plan): CompiledPlan {
  const inputs = new Map(plan.inputs.map((input) => [input.name, input]));
  const bandTables = new Map<string, ExactTable>();
  const lookupTables = new Map<string, LookupTable>();
  for (const table of plan.tables) {
    if (table.kind === "lookup") lookupTables.set(table.name, table);
    else bandTables.set(table.name, exactTable(table));
  }
  const lookupValues = new Map(
    [...lookupTables.values()].map((table) => [
      table,
      {
        byKey: new Map(table.rows.map((row) => [row.key, decimal(row.value)])),
        otherwise: decimal(table.otherwise),
      },
    ]),
  );
  const components = plan.components.map((component, order) => compiledComponent(component, order, plan, inputs));
  return { plan, components, events: eventsByKind(components), inputs, bandTables, lookupTables, lookupValues };
}

export function eventsByKind(components: readonly CompiledComponent[]): CompiledPlan["events"] {
  const events = new Map<FactKind, { compiled: CompiledComponent; component: EventComponent }[]>();
  for (const compiled of components) {
    const { component, faults } = compiled;
    if (component.grain !== "event" || faults.length > 0) continue;
    events.set(component.on, [...(events.get(component.on) ?? []), { compiled, component }]);
  }
  return events;
}

export const conditionTextOf = (
  when: FormulaNode | undefined,
  englishNames: Record<string, string>,
): CompiledComponent["conditionText"] =>
  when === undefined ? null : { "zh-CN": printFormula(when), en: printEnglish(when, englishNames) };

/** The names and tables that a component's formulas may use: the plan's, and for events the fields of the fact. */
export function scopeOf(component: Component, plan: Plan): Scope {
  const names = new Map<string, Unit>(plan.inputs.map((input) => [input.name, unitOfInput(input)]));
  if (component.grain === "event") {
    for (const { name, alias, unit } of fieldsOf(component.on)) names.set(name, unit).set(alias, unit);
  }
  return { names, tables: new Map(plan.tables.map((table) => [table.name, table])) };
}

function compiledComponent(
  component: Component,
  order: number,
  plan: Plan,
  inputs: ReadonlyMap<string, PlanInput>,
): CompiledComponent {
  const scope = scopeOf(component, plan);
  const formulas: Partial<Record<FormulaSlot, FormulaNode>> = {};
  const faults: { slot: FormulaSlot; error: FormulaError }[] = [];
  const wanted: Record<FormulaSlot, Wanted> = { when: "condition", amount: "money", cap: "money", floor: "money" };
  for (const slot of ["when", "amount", "cap", "floor"] as const) {
    const text = component[slot];
    if (text === undefined) continue;
    try {
      const node = parseFormula(text);
      checkFormula(node, scope, wanted[slot]);
      formulas[slot] = node;
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      faults.push({ slot, error });
    }
  }
  const names = new Set<string>();
  for (const node of Object.values(formulas)) namesIn(node, names);
  const used = [...names].flatMap((name) => inputs.get(name) ?? []);
  const needs = used.flatMap((input) => componentsBehind(input, inputs));
  const { code, name, nameEn = null, kind, grain, recoverable } = component;
  const englishNames = englishNamesFor(component, plan);
  // What is no decimal is a fault of the plan, which the check names.
  const trancheShares = (component.pay ?? []).map((tranche) => exactOfDecimal(tranche.share) ?? zero);
  return {
    component,
    order,
    formulas,
    faults,
    inputs: used,
    needs,
    head: { code, name, nameEn, kind, grain, ...(recoverable && { recoverable }) },
    englishNames,
    conditionText: conditionTextOf(formulas.when, englishNames),
    trancheShares,
    openFactors: openFactorsOf(component, used, plan.stacking),
  };
}

function openFactorsOf(
  component: Component,
  inputs: readonly PlanInput[],
  stacking: readonly StackingRule[],
): string[] {
  const names = inputs.filter(isPeriodFactor).map((input) => input.name);
  const contested = stacking.filter((rule) => isContested(rule, component));
  names.push(...contested.map((rule) => rule.name));
  // A period line without any input still waits for the end of its period.
  return component.grain === "period" && names.length === 0 ? [component.name] : names;
}

/** Inputs that the rest of the period can change. */
const isPeriodFactor = (input: PlanInput): boolean => input.kind !== "param" && input.kind !== "target";

const isContested = (rule: StackingRule, component: Component): boolean =>
  rule.policy !== "sum" && rule.components.includes(component.code);

/** The components whose lines an input sums up, by itself or as a part of a score. */
function componentsBehind(input: PlanInput, inputs: ReadonlyMap<string, PlanInput>): string[] {
  if (input.kind === "lines") return input.components;
  if (input.kind !== "score") return [];
  const parts = input.items.flatMap((item) => inputs.get(item.input) ?? []);
  return parts.flatMap((part) => (part.kind === "lines" ? part.components : []));
}

function englishNamesFor(component: Component, plan: Plan): Record<string, string> {
  const names: Record<string, string> = {};
  const fields = component.grain === "event" ? fieldsOf(component.on) : [];
  for (const { name, nameEn } of [...plan.inputs, ...plan.tables, ...fields])
    if (nameEn !== undefined) names[name] = nameEn;
  for (const { alias, nameEn } of fields) names[alias] = nameEn;
  return names;
}

export function unitOfInput(input: PlanInput): Unit {
  switch (input.kind) {
    case "measure":
    case "target":
      return input.unit ?? measureNamed(input.code)?.unit ?? "decimal";
    case "attainment":
    case "growth":
    case "score":
      return "ratio";
    case "param":
      return input.unit;
    case "layer":
      return "count";
    case "lines":
      return "money";
  }
}

/**
 * Components in an order in which each comes after those whose lines it needs, those that need none first; in a circle the plan's order
 * decides.
 */
export function inOrderOfNeed(components: readonly CompiledComponent[]): {
  ordered: CompiledComponent[];
  /** Codes of those that need lines of others. */
  needing: ReadonlySet<string>;
} {
  const ordered = components.filter((one) => one.needs.length === 0);
  const later = components.filter((one) => one.needs.length > 0);
  const visited = new Set<CompiledComponent>();
  const place = (one: CompiledComponent): void => {
    if (visited.has(one)) return;
    visited.add(one);
    for (const needed of later) if (one.needs.includes(needed.component.code)) place(needed);
    ordered.push(one);
  };
  later.forEach(place);
  return { ordered, needing: new Set(later.map((one) => one.component.code)) };
}
