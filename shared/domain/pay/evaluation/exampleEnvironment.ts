import { type Fen, sumFen, yuanOf } from "../../money";
import { fieldNamed } from "../facts/factFields";
import { type CompiledPlan, unitOfInput } from "../plan/compile";
import { type NamedEnvironment, PlanTables } from "./environment";
import { FormulaError, type FormulaRecord, parseFormula, type Quantity } from "../formula";
import { type Exact, negate, one } from "../numbers/number";
import type { FactKind, PlanExample, Unit } from "../types";

/** The plan's tables with values as an example writes them; `lines` inputs are sums of what was computed before. */
export class ExampleEnvironment extends PlanTables implements NamedEnvironment {
  readonly segmentShare = one;
  private readonly values: ReadonlyMap<string, string>;

  constructor(
    plan: CompiledPlan,
    given: PlanExample["given"],
    private readonly amounts: ReadonlyMap<string, Fen | null>,
    /** The kind of fact whose fields are among the values, and what notes how formulas are evaluated. */
    private readonly more: { on?: FactKind | undefined; record?: FormulaRecord } = {},
  ) {
    super(plan);
    this.values = new Map(Object.entries(given));
  }

  valueOf(name: string): Quantity {
    const text = this.values.get(name);
    if (text !== undefined) return literal(text);
    const input = this.compiled.inputs.get(name);
    if (input?.kind !== "lines") return { missing: "notGiven", name };
    return yuanOf(sumFen(input.components.map((code) => this.amounts.get(code) ?? 0)));
  }

  get on(): FactKind | undefined {
    return this.more.on;
  }

  get record(): FormulaRecord | undefined {
    return this.more.record;
  }

  unitOf(name: string): Unit {
    const field = this.on && fieldNamed(this.on, name);
    if (field) return field.unit;
    const input = this.compiled.inputs.get(name);
    return input === undefined ? "decimal" : unitOfInput(input);
  }

  keyOf(by: string): string | null {
    return this.values.get(by) ?? null;
  }

  dayShare(): Exact {
    return one;
  }
}

/** A number as formulas write it, with its unit and sign. */
export function literal(text: string): Exact {
  const node = parseFormula(text);
  if (node.type === "number") return node.value;
  if (node.type === "negative" && node.of.type === "number") return negate(node.of.value);
  throw new FormulaError("NUMBER_EXPECTED", "这里要写一个数", node.from, node.to);
}
