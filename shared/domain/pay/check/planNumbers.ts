import { amountText } from "../../moneyText";
import { runExamples } from "./examples";
import { childrenOf, type FormulaNode, namesIn, parseFormula } from "../formula";
import { decimal, decimalText, type Exact, exactOfInt, times } from "../numbers/number";
import type { BandTable, Component, Plan, PlanExample } from "../types";

/*
 * A plan adapted in its numbers alone: every rate, sum and edge that its author wrote may be another one, and everything else stays as
 * it is. So a company begins with a plan that has been thought through, and still pays its own percentages.
 */

type Slot = "amount" | "when" | "cap" | "floor";
const slots: readonly Slot[] = ["when", "amount", "cap", "floor"];

/** A number that may be another one. Money is in yuan, a rate in percent: as a person types them. */
export interface PlanNumber {
  /** Names it in its plan. */
  path: string;
  unit: "yuan" | "percent" | "plain" | "day";
  value: string;
  /** The part of the plan that it is in. */
  of: { name: string; nameEn?: string | undefined };
  place:
    | { in: "formula"; slot: Slot; /** The formula around it. */ before: string; after: string }
    /** Up to where a row reaches, and what it gives. */
    | { in: "table"; row: number; part: "edge" | "value" }
    /** On which day of the next month it is paid out. */
    | { in: "due" }
    | { in: "example"; name: string };
}

/** Every number of a plan, in the order in which it is read; of its examples those of the worked one. */
export function planNumbers(plan: Plan): PlanNumber[] {
  const example = plan.examples[0];
  const seen = new Set<string>();
  // A table is read where the first part pays by it.
  const tablesOf = (component: Component) =>
    bandsOf(plan).filter(
      ({ name }) => namesIn(parseFormula(component.amount)).has(name) && !seen.has(name) && seen.add(name),
    );
  const read = plan.components.flatMap((component) => [
    ...numbersOfComponent(component),
    ...tablesOf(component).flatMap(numbersOfTable),
    ...numbersOfDue(component),
  ]);
  return [
    ...read,
    ...bandsOf(plan)
      .filter(({ name }) => !seen.has(name))
      .flatMap(numbersOfTable),
    ...(example ? Object.entries(example.given).flatMap(([name, value]) => numberOfExample(plan, name, value)) : []),
  ];
}

const bandsOf = ({ tables }: Plan): BandTable[] => tables.flatMap((table) => (table.kind === "lookup" ? [] : [table]));

/** The plan with a table of so many rows: the last one reaches on, up to twice the edge before it where another one follows. */
export function withRowCount(plan: Plan, tableName: string, count: number): Plan {
  const tables = plan.tables.map((table) => {
    if (table.kind === "lookup" || table.name !== tableName) return table;
    const rows = [...table.rows];
    while (rows.length > Math.max(1, count)) rows.pop();
    for (let last = rows.at(-1); last && rows.length < count; last = rows.at(-1)) {
      const before = rows.at(-2);
      const edge = decimalText(times(decimal(before?.upTo ?? "50000"), exactOfInt(2))) ?? "";
      rows.splice(-1, 1, { ...last, upTo: edge, includes: before?.includes ?? false }, last);
    }
    const [open, ...closed] = rows.reverse();
    return { ...table, rows: open ? [...closed.reverse(), { upTo: null, value: open.value }] : table.rows };
  });
  return { ...plan, tables };
}

/**
 * The plan with other numbers, and its worked example computed with them by the engine: what it promises is what it pays.
 * @param values typed decimals by path; what is not among them stays
 */
export function withNumbers(plan: Plan, values: Readonly<Record<string, string>>): Plan {
  const changed: Plan = {
    ...plan,
    components: plan.components.map((component) => withFormulas(component, values)),
    tables: plan.tables.map((table) => (table.kind === "lookup" ? table : withRows(table, values))),
  };
  const [example] = plan.examples;
  return { ...changed, examples: example ? [computed(changed, withGiven(plan, example, values))] : [] };
}

/** One worked example for a plan that was shipped with several: it gives everything that they give, as the first one does. */
export function withOneExample(plan: Plan): Plan {
  const given: Record<string, string> = {};
  for (const example of plan.examples) for (const [name, value] of Object.entries(example.given)) given[name] ??= value;
  const order = given[amountOfSale];
  if (order !== undefined && firstOrder in given) given[firstOrder] = order;
  return { ...plan, examples: [computed(plan, { name: "", given, expect: {} })] };
}

const amountOfSale = "金额";
/** Of an example: the same order is the first one. */
const firstOrder = "首单金额";

/** What each part gives by the engine; one that gives nothing is not promised. */
function computed(plan: Plan, { given }: PlanExample): PlanExample {
  const asked = Object.fromEntries(plan.components.map(({ code }) => [code, "0元"]));
  const name = Object.entries(given)
    .map(([named, value]) => `${named} ${value}`)
    .join("，");
  const results = runExamples({ ...plan, examples: [{ name, given, expect: asked }] });
  const paid = results.flatMap(({ component, actualFen }) =>
    actualFen === null ? [] : [[component, `${amountText(actualFen).replace(/,/g, "")}元`] as const],
  );
  return { name, given, expect: Object.fromEntries(paid) };
}

function numbersOfComponent(component: Component): PlanNumber[] {
  return slots.flatMap((slot) => {
    const formula = component[slot];
    if (formula === undefined) return [];
    return numberNodes(formula).map((node, index): PlanNumber => {
      const place = {
        in: "formula" as const,
        slot,
        before: formula.slice(0, node.from).trim(),
        after: formula.slice(node.to).trim(),
      };
      return { path: `${component.code}.${slot}.${index}`, ...typedOf(node), of: component, place };
    });
  });
}

const dueOfNextMonth = /^次月(\d+)日$/;

/** Parts of a component are paid out on one day; what is paid at once has none. */
function numbersOfDue(component: Component): PlanNumber[] {
  const day = (component.pay ?? []).map(({ due }) => dueOfNextMonth.exec(due)?.[1]).find((one) => one !== undefined);
  const place = { in: "due" as const };
  return day === undefined ? [] : [{ path: `${component.code}.due`, unit: "day", value: day, of: component, place }];
}

function withDue(component: Component, typed: string | undefined): Component {
  if (typed === undefined || !component.pay) return component;
  const pay = component.pay.map((tranche) =>
    dueOfNextMonth.test(tranche.due) ? { ...tranche, due: `次月${Number(typed)}日` as const } : tranche,
  );
  return { ...component, pay };
}

const unitOfTable = ({ by }: BandTable): PlanNumber["unit"] =>
  by === "money" ? "yuan" : by === "ratio" ? "percent" : "plain";
/** What a table of money gives is a rate of it; of others it is what a sum is multiplied by. */
const unitOfValue = ({ by }: BandTable): PlanNumber["unit"] => (by === "money" ? "percent" : "plain");

function numbersOfTable(table: BandTable): PlanNumber[] {
  return table.rows.flatMap(({ upTo, value }, row) => {
    const at = (part: "edge" | "value", unit: PlanNumber["unit"], written: string): PlanNumber => ({
      path: `${table.name}.${row}.${part}`,
      unit,
      value: unit === "percent" ? inPercent(written) : written,
      of: table,
      place: { in: "table", row, part },
    });
    return [...(upTo === null ? [] : [at("edge", unitOfTable(table), upTo)]), at("value", unitOfValue(table), value)];
  });
}

function numberOfExample(plan: Plan, name: string, value: string): PlanNumber[] {
  const [node] = numberNodes(value);
  if (!node) return [];
  if (name === firstOrder && plan.examples[0] && amountOfSale in plan.examples[0].given) return [];
  const input = plan.inputs.find((one) => one.name === name);
  const isRatio = input?.kind === "attainment" || input?.kind === "score" || input?.kind === "growth";
  const typed = isRatio && node.unit === "bare" ? { unit: "percent" as const, value: inPercent(value) } : typedOf(node);
  const nameEn = input?.nameEn;
  return [{ path: `example.${name}`, ...typed, of: { name, nameEn }, place: { in: "example", name } }];
}

type NumberNode = FormulaNode & { type: "number" };

/** In the order in which they stand there. */
function numberNodes(formula: string): NumberNode[] {
  const found: NumberNode[] = [];
  const walk = (node: FormulaNode): void => {
    if (node.type === "number") found.push(node);
    childrenOf(node).forEach(walk);
  };
  walk(parseFormula(formula));
  return found.sort((a, b) => a.from - b.from);
}

function typedOf({ unit, value }: NumberNode): Pick<PlanNumber, "unit" | "value"> {
  if (unit === "ratio") return { unit: "percent", value: textOf(times(value, hundred)) };
  return { unit: unit === "money" ? "yuan" : "plain", value: textOf(value) };
}

const hundred = exactOfInt(100);
const hundredth = decimal("0.01");
/** A number that a person has written is a decimal. */
const textOf = (value: Exact): string => decimalText(value) ?? "0";
const inPercent = (written: string): string => textOf(times(decimal(written), hundred));
const ofPercent = (typed: string): string => textOf(times(decimal(typed), hundredth));

const signOf = { yuan: "元", percent: "%", plain: "", day: "" } as const;

/** From the last to the first, so that the places before stay where they are. */
function withFormulas(component: Component, values: Readonly<Record<string, string>>): Component {
  const changed = { ...withDue(component, values[`${component.code}.due`]) };
  for (const slot of slots) {
    const formula = component[slot];
    if (formula === undefined) continue;
    changed[slot] = numberNodes(formula).reduceRight((text, node, index) => {
      const typed = values[`${component.code}.${slot}.${index}`];
      const { unit, value } = typedOf(node);
      if (typed === undefined || typed === value) return text;
      return `${text.slice(0, node.from)}${typed}${signOf[unit]}${text.slice(node.to)}`;
    }, formula);
  }
  return changed;
}

function withRows(table: BandTable, values: Readonly<Record<string, string>>): BandTable {
  const rows = table.rows.map((row, index) => {
    const edge = values[`${table.name}.${index}.edge`];
    const value = values[`${table.name}.${index}.value`];
    const written = (typed: string, unit: PlanNumber["unit"]) => (unit === "percent" ? ofPercent(typed) : typed);
    return {
      ...row,
      ...(row.upTo !== null && edge !== undefined && { upTo: written(edge, unitOfTable(table)) }),
      ...(value !== undefined && { value: written(value, unitOfValue(table)) }),
    };
  });
  return { ...table, rows };
}

function withGiven(plan: Plan, example: PlanExample, values: Readonly<Record<string, string>>): PlanExample {
  const given = Object.entries(example.given).map(([name, written]) => {
    const [number] = numberOfExample(plan, name, written);
    const typed = values[`example.${name}`];
    return [name, number && typed !== undefined ? `${typed}${signOf[number.unit]}` : written] as const;
  });
  const all: Record<string, string> = Object.fromEntries(given);
  const order = all[amountOfSale];
  if (order !== undefined && firstOrder in all) all[firstOrder] = order;
  return { ...example, given: all };
}
