import { type FactField, fieldsOf } from "../../facts/factFields";
import { type CompiledComponent, compilePlan, unitOfInput } from "../../plan/compile";
import { namesIn } from "../../formula";
import { growthOf } from "../../facts/growth";
import { decimal, decimalText, divide, type Exact, exactOfInt, one } from "../../numbers/number";
import { weightedScore } from "../../plan/score";
import type { FactKind, LookupTable, Plan, PlanInput, Unit } from "../../types";

/** What a probe moves: a result, a target, a parameter, a field of the fact in hand. Every name that is made of it moves along. */
export interface Axis {
  key: string;
  unit: Unit;
  /** Usual value, round enough that quotients of usual values are decimals. */
  usual: Exact;
  /** Selling more of it is better for the company, as far as the catalogue knows. */
  isMerit: boolean;
}

/** A point of a plan's inputs: what is not set has its usual value, and nothing where it is null. */
export interface Point {
  values: ReadonlyMap<string, Exact | null>;
  keys: ReadonlyMap<LookupTable["by"], string>;
}

export const usualPoint: Point = { values: new Map(), keys: new Map() };

export const at = (point: Point, axis: Axis, value: Exact | null): Point => ({
  ...point,
  values: new Map(point.values).set(axis.key, value),
});

const usualByUnit: Record<Unit, Exact> = {
  money: exactOfInt(100_000),
  count: exactOfInt(10),
  ratio: one,
  decimal: one,
  days: exactOfInt(10),
};

/** The smallest difference that there is of a unit. */
export const stepOf = ({ unit }: Axis): Exact =>
  unit === "money" ? decimal("0.01") : unit === "count" || unit === "days" ? one : decimal("0.000001");

const axisOf = (key: string, unit: Unit, isMerit: boolean, usual = usualByUnit[unit]): Axis => ({
  key,
  unit,
  usual,
  isMerit,
});

export const fieldAxis = (kind: FactKind, { name, unit, field }: FactField): Axis =>
  axisOf(`field ${kind} ${name}`, unit, field !== "ageDays");

type Measured = Extract<PlanInput, { code: string; of: unknown }>;

export const measureAxis = (input: Measured): Axis => {
  const { code, of, period, filter } = input;
  const unit = unitOfInput({ ...input, kind: "measure" });
  return axisOf(`measure ${code} ${of} ${period} ${JSON.stringify(filter ?? {})}`, unit, code !== "refunds.amount");
};

const targetAxis = (input: Measured): Axis => {
  const { code, of, period } = input;
  return axisOf(`target ${code} ${of} ${period}`, unitOfInput({ ...input, kind: "measure" }), false);
};

/** The axes that a name is made of. */
function axesOfInput(input: PlanInput, plan: Plan): Axis[] {
  switch (input.kind) {
    case "measure":
    case "growth":
      return [measureAxis(input)];
    case "target":
      return [targetAxis(input)];
    case "attainment":
      return [measureAxis(input), targetAxis(input)];
    case "param":
      return [axisOf(`param ${input.code}`, input.unit, false)];
    case "layer":
      return [axisOf(`layer ${input.code} ${input.period}`, "count", false, exactOfInt(2))];
    case "score":
      return input.items.flatMap((item) => {
        const part = plan.inputs.find(({ name }) => name === item.input);
        if (!part || part.kind === "score") return [];
        const axes = axesOfInput(part, plan);
        return item.direction === "down" ? axes.map((axis) => ({ ...axis, isMerit: false })) : axes;
      });
    case "lines":
      return [];
  }
}

/** By name: the axes behind everything that a component's formulas may name, fields of its fact first. */
export function axesByName({ component }: CompiledComponent, plan: Plan): Map<string, Axis[]> {
  const found = new Map(plan.inputs.map((input) => [input.name, axesOfInput(input, plan)] as const));
  if (component.grain === "event") {
    for (const field of fieldsOf(component.on)) {
      const axes = [fieldAxis(component.on, field)];
      found.set(field.name, axes).set(field.alias, axes);
    }
  }
  return found;
}

/** The component and those that it sums up, first of all itself. */
export function withNeeded(compiled: CompiledComponent, plan: Plan): CompiledComponent[] {
  const found: CompiledComponent[] = [];
  const visit = (one: CompiledComponent): void => {
    if (found.includes(one)) return;
    found.push(one);
    for (const other of compilePlan(plan).components) if (one.needs.includes(other.component.code)) visit(other);
  };
  visit(compiled);
  return found;
}

/** The axes that a component's amount can depend on, those of components that it sums up too. */
export function axesOf(compiled: CompiledComponent, plan: Plan): Axis[] {
  const found = new Map<string, Axis>();
  for (const one of withNeeded(compiled, plan)) {
    const byName = axesByName(one, plan);
    for (const name of namesOfFormulas(one)) for (const axis of byName.get(name) ?? []) found.set(axis.key, axis);
  }
  return [...found.values()];
}

export function namesOfFormulas({ formulas }: CompiledComponent): Set<string> {
  const names = new Set<string>();
  for (const node of Object.values(formulas)) if (node) namesIn(node, names);
  return names;
}

const valueAt = ({ values }: Point, { key, usual }: Axis): Exact | null => {
  const value = values.get(key);
  return value === undefined ? usual : value;
};

/** What an input comes to at a point; null without value. */
function inputAt(input: PlanInput, point: Point, plan: Plan): Exact | null {
  const [first, second] = axesOfInput(input, plan);
  const value = first ? valueAt(point, first) : null;
  if (input.kind === "score") {
    const items = input.items.map(({ input: name, weight, cap, direction }) => {
      const part = plan.inputs.find((other) => other.name === name);
      const result = part && part.kind !== "score" ? inputAt(part, point, plan) : null;
      return { weight, cap, completion: result && direction === "down" ? divide(one, result) : result };
    });
    return weightedScore(items, input.missing);
  }
  if (value === null) return null;
  if (input.kind === "attainment") {
    const target = second ? valueAt(point, second) : null;
    return target && divide(value, target);
  }
  return input.kind === "growth" && first ? growthOf(first.usual, value) : value;
}

/**
 * A point as an example writes it; null where one of its values is no decimal, such as a third.
 * @param names what is asked for: the rest of the plan is nothing to it
 * @param on the fact in hand
 */
export function givenAt(
  point: Point,
  plan: Plan,
  { names, on }: { names: ReadonlySet<string>; on: FactKind | null },
): Record<string, string> | null {
  const given: Record<string, string> = {};
  const write = (name: string, value: Exact | null, unit: Unit): boolean => {
    if (value === null) return true;
    const text = decimalText(value);
    if (text === null) return false;
    given[name] = unit === "money" ? `${text}元` : text;
    return true;
  };
  for (const input of plan.inputs)
    if (
      input.kind !== "lines" &&
      names.has(input.name) &&
      !write(input.name, inputAt(input, point, plan), unitOfInput(input))
    )
      return null;
  if (on !== null)
    for (const field of fieldsOf(on)) {
      const isNamed = names.has(field.name) || names.has(field.alias);
      const value = valueAt(point, fieldAxis(on, field));
      if (isNamed && !write(field.name, value, field.unit)) return null;
      if (names.has(field.alias) && field.name in given) given[field.alias] = given[field.name] ?? "";
    }
  for (const [by, key] of point.keys) given[by] = key;
  return given;
}
