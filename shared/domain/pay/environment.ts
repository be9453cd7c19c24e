import { yuanOf } from "../money";
import { type CompiledPlan, unitOfInput } from "./compile";
import { amountOf, type FactIndex, marginOf, type RefundView } from "./factIndex";
import { type FactField, fieldNamed } from "./factFields";
import type { Environment, FormulaRecord, Quantity } from "./formula";
import { dayShareOf, type InputSource, resolveInput } from "./inputs";
import { exactOfInt, zero } from "./number";
import type { Fact, LookupTable, Role, Unit } from "./types";

/** An environment that also knows what its names are. */
export interface NamedEnvironment extends Environment {
  isTable(name: string): boolean;
  unitOf(name: string): Unit;
}

/** The environment in which the formulas of one component are evaluated: inputs of its segment, and the fact in hand. */
export interface PricingEnvironment extends NamedEnvironment {
  source: InputSource;
  fact: Fact | null;
}

/** The tables of a plan, which the check has found to exist wherever a formula names one. */
export function tablesOf(
  compiled: CompiledPlan,
): Pick<NamedEnvironment, "bandTable" | "lookupTable" | "lookupValue" | "isTable"> {
  return {
    bandTable: (name) => known(compiled.bandTables.get(name), name),
    lookupTable: (name) => known(compiled.lookupTables.get(name), name),
    isTable: (name) => compiled.bandTables.has(name) || compiled.lookupTables.has(name),
    lookupValue(table, key) {
      const values = compiled.lookupValues.get(table);
      return (key === null ? undefined : values?.byKey.get(key)) ?? values?.otherwise ?? zero;
    },
  };
}

function known<Found>(table: Found | undefined, name: string): Found {
  if (table === undefined) throw new Error(`no table ${name}`);
  return table;
}

/** Values of inputs that were already resolved, by input, role and refund view. One per segment. */
export type InputCache = Map<string, Quantity>;

export interface EnvironmentRequest {
  compiled: CompiledPlan;
  source: InputSource;
  cache: InputCache;
  fact: Fact | null;
  record?: FormulaRecord;
}

export function environmentOf({ compiled, source, cache, fact, record }: EnvironmentRequest): PricingEnvironment {
  const { segment, index, view } = source;
  return {
    ...tablesOf(compiled),
    source,
    fact,
    record,
    valueOf(name) {
      const field = fact === null ? null : fieldNamed(fact.kind, name);
      if (fact !== null && field !== null) return fieldValue(fact, field, view, index);
      return cachedInput(name, compiled, source, cache);
    },
    unitOf(name) {
      const input = compiled.inputs.get(name);
      const field = fact === null ? null : fieldNamed(fact.kind, name);
      return field?.unit ?? (input === undefined ? "decimal" : unitOfInput(input));
    },
    keyOf: (by) => (fact === null ? null : keyOf(fact, by, index)),
    dayShare: () => dayShareOf(segment),
    edgeScale: segment.cut ? dayShareOf(segment) : null,
  };
}

function cachedInput(name: string, compiled: CompiledPlan, source: InputSource, cache: InputCache): Quantity {
  const input = compiled.inputs.get(name);
  if (input === undefined) return { missing: "notGiven", name };
  // Sums of lines grow while a segment is priced.
  if (input.kind === "lines") return resolveInput(input, source);
  const key = cacheKey(name, source.role, source.view);
  const known = cache.get(key);
  if (known !== undefined) return known;
  const value = resolveInput(input, source);
  cache.set(key, value);
  return value;
}

const cacheKey = (name: string, role: Role, view: RefundView): string => `${name}\n${role}\n${view}`;

function fieldValue(fact: Fact, { name, field }: FactField, view: RefundView, index: FactIndex): Quantity {
  const none: Quantity = { missing: "noData", name };
  const count = (value: number | undefined): Quantity => (value === undefined ? none : exactOfInt(value));
  switch (field) {
    case "amount": {
      const amountFen = amountOf(fact, view, index);
      return amountFen === null ? none : yuanOf(amountFen);
    }
    case "margin": {
      const marginFen = fact.kind === "sale" ? marginOf(fact, view, index) : null;
      return marginFen === null ? none : yuanOf(marginFen);
    }
    case "quantity":
      return count(fact.kind === "sale" ? fact.quantity : undefined);
    case "minutes":
      return count(fact.kind === "visit" ? fact.minutes : undefined);
    case "ageDays":
      return count("ageDays" in fact ? fact.ageDays : undefined);
  }
}

/** The property by which a fact, or the sale that it belongs to, is looked up. */
function keyOf(fact: Fact, by: LookupTable["by"], index: FactIndex): string | null {
  const sale = "saleId" in fact ? index.saleById.get(fact.saleId) : undefined;
  return sale?.[by] ?? null;
}
