import { type Fen, roundToFen, sumFen, yuanOf } from "../../money";
import { type CompiledComponent, type CompiledPlan, compilePlan, inOrderOfNeed, unitOfInput } from "../plan/compile";
import { type NamedEnvironment, PlanTables } from "../evaluation/environment";
import { FormulaError, parseFormula, type Quantity } from "../formula";
import { type Exact, negate, one } from "../numbers/number";
import { priceAmount } from "../evaluation/priceAmount";
import type { Plan, PlanExample, Unit } from "../types";

export interface ExampleResult {
  example: string;
  component: string;
  expectedFen: Fen;
  /** null where the component gives no value. */
  actualFen: Fen | null;
}

/** Runs a plan's examples; those whose two amounts differ have failed. Values are written as in formulas: `150000元`, `95%`. */
export function runExamples(plan: Plan): ExampleResult[] {
  const compiled = compilePlan(plan);
  return plan.examples.flatMap((example) => {
    const amounts = amountsOf(compiled, example);
    return Object.entries(example.expect).map(([component, expected]) => ({
      example: example.name,
      component,
      expectedFen: roundToFen(literal(expected)),
      actualFen: amounts.get(component) ?? null,
    }));
  });
}

export const failedExamples = (plan: Plan): ExampleResult[] =>
  runExamples(plan).filter(({ expectedFen, actualFen }) => expectedFen !== actualFen);

function amountsOf(plan: CompiledPlan, example: PlanExample): Map<string, Fen | null> {
  const amounts = new Map<string, Fen | null>();
  for (const compiled of inOrderOfNeed(plan.components).ordered) {
    amounts.set(compiled.component.code, amountOf(compiled, new ExampleEnvironment(plan, example.given, amounts)));
  }
  return amounts;
}

function amountOf(compiled: CompiledComponent, env: NamedEnvironment): Fen | null {
  if (compiled.faults.length > 0) return null;
  const { fen, undefinedBecause } = priceAmount(compiled, env);
  return undefinedBecause === null ? fen : null;
}

/** The plan's tables with values as an example writes them; `lines` inputs are sums of what was computed before. */
export class ExampleEnvironment extends PlanTables implements NamedEnvironment {
  readonly segmentShare = one;
  private readonly values: ReadonlyMap<string, string>;

  constructor(
    plan: CompiledPlan,
    given: PlanExample["given"],
    private readonly amounts: ReadonlyMap<string, Fen | null>,
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

  unitOf(name: string): Unit {
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
function literal(text: string): Exact {
  const node = parseFormula(text);
  if (node.type === "number") return node.value;
  if (node.type === "negative" && node.of.type === "number") return negate(node.of.value);
  throw new FormulaError("NUMBER_EXPECTED", "这里要写一个数", node.from, node.to);
}
