import { yuanOf } from "../../money";
import { type CompiledPlan, unitOfInput } from "../plan/compile";
import { type FactField, fieldNamed } from "../facts/factFields";
import { amountOf, type FactIndex, type RefundView, restOf } from "../facts/factIndex";
import { quotientOf } from "../facts/ratioParts";
import type { Environment, FormulaRecord, Quantity } from "../formula";
import type { PlanSegment } from "../plan/segments";
import { dayShareOf, type InputSource, resolveInput, segmentShareOf } from "./inputs";
import { type Exact, exactOfDecimal, exactOfInt, zero } from "../numbers/number";
import type { ExactTable } from "../formula/tables";
import type { Fact, LookupTable, PlanInput, Unit } from "../types";

/** An environment that also knows what its names are. */
export interface NamedEnvironment extends Environment {
  isTable(name: string): boolean;
  unitOf(name: string): Unit;
}

/** The tables of a plan, which the check has found to exist wherever a formula names one. */
export class PlanTables {
  constructor(readonly compiled: CompiledPlan) {}

  bandTable(name: string): ExactTable {
    return known(this.compiled.bandTables.get(name), name);
  }

  lookupTable(name: string): LookupTable {
    return known(this.compiled.lookupTables.get(name), name);
  }

  isTable(name: string): boolean {
    return this.compiled.bandTables.has(name) || this.compiled.lookupTables.has(name);
  }

  lookupValue(table: LookupTable, key: string | null): Exact {
    const values = this.compiled.lookupValues.get(table);
    return (key === null ? undefined : values?.byKey.get(key)) ?? values?.otherwise ?? zero;
  }
}

function known<Found>(table: Found | undefined, name: string): Found {
  if (table === undefined) throw new Error(`no table ${name}`);
  return table;
}

/** What stays as another month has it while the rest of one is priced, so that one thing can be exchanged after the other. */
export interface Held {
  /** Where a segment's held values come from; null: the other month has none that stands for it. */
  sourceOf(segment: PlanSegment): Pick<InputSource, "book" | "index" | "segment"> | null;
  isHeld(input: PlanInput): boolean;
  /** Whether tables stay in the rows that the other month reaches. */
  holdsRows: boolean;
}

/** The inputs of one segment as one role and refund view see them; each is resolved once. */
export class InputScope {
  readonly dayShare: Exact;
  readonly segmentShare: Exact;
  /** The inputs that tables are asked about, where these are held. */
  readonly rowsOf: InputScope | null;
  private readonly values = new Map<string, Quantity>();
  private readonly heldSource: InputSource | null;

  constructor(
    readonly compiled: CompiledPlan,
    readonly source: InputSource,
    private readonly held?: Held,
  ) {
    const other = held?.sourceOf(source.segment) ?? null;
    this.heldSource = other && { ...source, ...other };
    this.rowsOf = this.heldSource && held?.holdsRows === true ? new InputScope(compiled, this.heldSource) : null;
    this.dayShare = dayShareOf(source.segment);
    this.segmentShare = segmentShareOf(source.segment);
  }

  valueOf(name: string): Quantity {
    const value = this.values.get(name);
    if (value !== undefined) return value;
    const input = this.compiled.inputs.get(name);
    if (input === undefined) return { missing: "notGiven", name };
    const source = this.held?.isHeld(input) === true ? this.heldSource : null;
    const resolved = resolveInput(input, source ?? this.source);
    // Sums of lines grow while a segment is priced.
    if (input.kind !== "lines") this.values.set(name, resolved);
    return resolved;
  }
}

/** Where the formulas of one component are evaluated: the inputs of its segment, and the fact in hand. */
export class PricingEnvironment extends PlanTables implements NamedEnvironment {
  constructor(
    private readonly scope: InputScope,
    readonly fact: Fact | null,
    readonly record?: FormulaRecord,
  ) {
    super(scope.compiled);
  }

  get source(): InputSource {
    return this.scope.source;
  }

  get segmentShare(): Exact {
    return this.scope.segmentShare;
  }

  /** A fact that the other month does not have is asked about itself. */
  get rowsOf(): PricingEnvironment | undefined {
    const { rowsOf } = this.scope;
    const fact = this.fact && rowsOf?.source.index.byId.get(this.fact.id);
    return rowsOf === null || fact === undefined ? undefined : new PricingEnvironment(rowsOf, fact);
  }

  valueOf(name: string): Quantity {
    const field = this.fieldOf(name);
    if (this.fact === null || field === null) return this.scope.valueOf(name);
    return fieldValue(this.fact, field, this.source.view, this.source.index);
  }

  unitOf(name: string): Unit {
    const input = this.compiled.inputs.get(name);
    return this.fieldOf(name)?.unit ?? (input === undefined ? "decimal" : unitOfInput(input));
  }

  keyOf(by: LookupTable["by"]): string | null {
    const { fact, source } = this;
    const sale = fact !== null && "saleId" in fact ? source.index.saleById.get(fact.saleId) : undefined;
    return sale?.[by] ?? null;
  }

  dayShare(): Exact {
    return this.scope.dayShare;
  }

  private fieldOf(name: string): FactField | null {
    return this.fact === null ? null : fieldNamed(this.fact.kind, name);
  }
}

function fieldValue(fact: Fact, { name, field }: FactField, view: RefundView, index: FactIndex): Quantity {
  return fieldOf(fact, field, view, index) ?? { missing: "noData", name };
}

/** null: the fact does not say it. */
function fieldOf(fact: Fact, field: FactField["field"], view: RefundView, index: FactIndex): Exact | null {
  switch (field) {
    case "amount":
      return inYuan(amountOf(fact, view, index));
    case "margin":
    case "exclTax":
      return inYuan(fact.kind === "sale" ? restOf(`${field}Fen`, fact, view, index) : null);
    case "quantity":
      return counted(fact.kind === "sale" ? fact.quantity : undefined);
    case "minutes":
      return counted(fact.kind === "visit" ? fact.minutes : undefined);
    case "ageDays":
      return counted("ageDays" in fact ? fact.ageDays : undefined);
    case "completed":
      return counted(fact.kind === "training" ? Number(fact.completed) : undefined);
    case "days":
      return exactly(fact.kind === "leave" ? fact.days : undefined);
    case "score":
      return exactly(fact.kind === "training" ? fact.score : undefined);
    case "value":
      return fact.kind !== "value" ? null : fact.ratio ? quotientOf(fact.ratio) : exactly(fact.decimal);
  }
}

const inYuan = (amountFen: number | null): Exact | null => (amountFen === null ? null : yuanOf(amountFen));
const counted = (value: number | undefined): Exact | null => (value === undefined ? null : exactOfInt(value));
const exactly = (text: string | undefined): Exact | null => (text === undefined ? null : exactOfDecimal(text));
