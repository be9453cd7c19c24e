import type { MemberBook, Fact } from "@shared/domain/pay";

/** What this file uses of json-rules-engine and mathjs, which are not installed with the product. */
interface RulesEngine {
  addRule(rule: object): void;
  run(facts: object): Promise<unknown>;
}

/** Median milliseconds for the eight rules of the plan, run once for each fact of the month. */
export async function rulesEngineMs(require: NodeJS.Require, month: MemberBook): Promise<number> {
  const { Engine } = require("json-rules-engine") as { Engine: new () => RulesEngine };
  const engine = new Engine();
  const kinds: Fact["kind"][] = ["sale", "sale", "newCustomer", "sale", "sale", "newCustomer", "visit", "sale"];
  kinds.forEach((kind, at) => {
    engine.addRule({
      conditions: {
        all: [
          { fact: "kind", operator: "equal", value: kind },
          { fact: "amount", operator: "greaterThanInclusive", value: at },
        ],
      },
      event: { type: `component-${at}`, params: { rate: 0.015 } },
    });
  });
  const timesMs: number[] = [];
  for (let run = 0; run < 20; run += 1) {
    const startedMs = performance.now();
    for (const fact of month.facts)
      await engine.run({ kind: fact.kind, amount: "amountFen" in fact ? fact.amountFen / 100 : 50 });
    timesMs.push(performance.now() - startedMs);
  }
  return timesMs.sort((a, b) => a - b)[10] ?? NaN;
}

/** What a general calculator gives for sums that pay depends on. */
export function wrongResults(require: NodeJS.Require): string[] {
  const { evaluate } = require("mathjs") as { evaluate: (expression: string) => unknown };
  const cases: [string, string][] = [
    ["123456.78 * 1.05 * 0.9 * 1.1", "128333.32281"],
    ["251 * 0.015 * 100", "376.5"],
    ["1 == 1.0000000000001", "false"],
    ["1 / 0", "no value"],
  ];
  return cases.map(
    ([expression, right]) => `mathjs: ${expression} gives ${String(evaluate(expression))}, right is ${right}`,
  );
}
