import { createRequire } from "node:module";
import { join } from "node:path";
import { evaluate, formulaText, sentenceOf, tracesOf } from "@shared/domain/pay";
import { assigned } from "../shared/domain/pay/support/builders";
import { comparedEngine, phoneBundle, phoneEngine, runBundle } from "../shared/domain/pay/support/phoneBundle";
import { eightComponents, fullMonth } from "./books";
import { mostExpensive } from "./formulaCost";
import { type Figure, medianMs, oldPhoneFactor } from "./measure";
import { rulesEngineMs, wrongResults } from "./others";

/** The pay engine against its promises. Times are medians of this run; ratios compare within it. */
export async function engine(): Promise<Figure[]> {
  const assignments = assigned(eightComponents);
  const month = fullMonth(200);
  const lines = evaluate(assignments, month).lines.length;
  const evaluateMs = medianMs(() => evaluate(assignments, month));
  const tellMs = medianMs(() => {
    for (const trace of tracesOf(assignments, month).values()) {
      sentenceOf(trace, "zh-CN");
      formulaText(trace, "zh-CN");
    }
  });
  const small = medianMs(() => evaluate(assignments, fullMonth(50)));
  const worst = mostExpensive(3_000);
  const figures: Figure[] = [
    {
      name: `one statement: ${month.facts.length} facts, 8 components, ${lines} lines`,
      value: evaluateMs,
      unit: "ms",
      most: 2,
    },
    { name: "all its traces, printed as sentence and formula, more", value: tellMs - evaluateMs, unit: "ms", most: 5 },
    { name: "four times the facts cost times", value: evaluateMs / small, unit: "×", most: 6 },
    {
      name: `most expensive of ${worst.tried} formulas (${worst.formula.length} characters)`,
      value: worst.ms,
      unit: "ms",
      most: 10,
    },
  ];
  const carried = await phoneBundle(phoneEngine);
  figures.push({ name: "the engine in the phone's bundle", value: carried.length / 1024, unit: "KB", most: 180 });
  const usual = fullMonth(60);
  // The bundle's functions take and give what the server's do.
  const phone = runBundle(await phoneBundle(comparedEngine)) as unknown as {
    tracesOf: typeof tracesOf;
    sentenceOf: typeof sentenceOf;
  };
  const phoneMs = medianMs(() => {
    for (const trace of phone.tracesOf(assignments, usual).values()) phone.sentenceOf(trace, "zh-CN");
  });
  figures.push({
    name: `a month of ${usual.facts.length} facts with all its traces, on a phone ${oldPhoneFactor} × slower`,
    value: phoneMs * oldPhoneFactor,
    unit: "ms",
    most: 50,
  });
  figures.push(...(await compared(evaluateMs)));
  return figures;
}

/** Others are not part of the product: they are compared where COMPARE_DIR names a folder with them in node_modules. */
async function compared(evaluateMs: number): Promise<Figure[]> {
  const dir = process.env.COMPARE_DIR;
  if (dir === undefined) {
    process.stdout.write(
      "  not compared: npm install --prefix <dir> json-rules-engine@7.3.1 mathjs@14.8.1, then COMPARE_DIR=<dir>\n",
    );
    return [];
  }
  const require = createRequire(join(dir, "package.json"));
  for (const line of wrongResults(require)) process.stdout.write(`  ${line}\n`);
  const otherMs = await rulesEngineMs(require, fullMonth(200));
  return [
    {
      name: "json-rules-engine, run per fact on the same plan, takes times",
      value: otherMs / evaluateMs,
      unit: "×",
      least: 5,
    },
  ];
}
