import { type Fen, roundToFen } from "../../money";
import { type CompiledComponent, type CompiledPlan, compilePlan, inOrderOfNeed } from "../plan/compile";
import type { NamedEnvironment } from "../evaluation/environment";
import { ExampleEnvironment, literal } from "../evaluation/exampleEnvironment";
import { priceAmount } from "../evaluation/priceAmount";
import type { Plan, PlanExample } from "../types";

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
