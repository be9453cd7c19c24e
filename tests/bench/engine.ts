import { createRequire } from "node:module";
import { join } from "node:path";
import { type Plan, planReport, type tracesOf, type sentenceOf } from "@shared/domain/pay";
import * as companies from "@shared/domain/pay/plans";
import { simulate, type SimulatedMonth } from "@shared/domain/pay/simulation";
import { assigned } from "../shared/domain/pay/support/builders";
import { comparedEngine, phoneBundle, phoneEngine, runBundle } from "../shared/domain/pay/support/phoneBundle";
import { eightComponents, fullMonth } from "./books";
import { fullPlan } from "../shared/domain/pay/support/fullPlan";
import { engineAsBuilt } from "./engineAsBuilt";
import { mostExpensive } from "./formulaCost";
import { type Figure, medianMs, oldPhoneFactor } from "./measure";
import { rulesEngineMs, wrongResults } from "./others";

/** The pay engine against its promises. Times are medians of this run; ratios compare within it. */
export async function engine(): Promise<Figure[]> {
  const { evaluate, formulaText, sentenceOf: sentence, tracesOf: traces } = await engineAsBuilt();
  const assignments = assigned(eightComponents);
  const month = fullMonth(200);
  const lines = evaluate(assignments, month).lines.length;
  const evaluateMs = medianMs(() => evaluate(assignments, month));
  const tellMs = medianMs(() => {
    for (const trace of traces(assignments, month).values()) {
      sentence(trace, "zh-CN");
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
  figures.push(dearestCheck(), simulated());
  figures.push(...(await compared(evaluateMs)));
  return figures;
}

/** The check of every company's plan, and of the tests' own with everything in it. */
function dearestCheck(): Figure {
  const plans = [...Object.values(companies).flat(), fullPlan].filter((one): one is Plan => "components" in one);
  const checks = plans.map((plan) => {
    const { probes, unfinished } = planReport(plan);
    return { code: plan.code, probes, unfinished, ms: medianMs(() => planReport(plan)) };
  });
  const dearest = checks.reduce((most, one) => (one.ms > most.ms ? one : most));
  const cut = checks.filter(({ unfinished }) => unfinished.length > 0).length;
  return {
    name: `check of ${plans.length} plans, ${cut} of them not whole; the dearest, ${dearest.code}: ${dearest.probes} amounts`,
    value: dearest.ms,
    unit: "ms",
    most: 2_000,
  };
}

/** A year of 500 people, each month by the plan that is there and by one that pays more. */
function simulated(): Figure {
  const before = assigned(eightComponents);
  const after = assigned({ ...eightComponents, code: "draft" });
  const month = fullMonth(20);
  const population = Array.from({ length: 500 }, (_, member) =>
    Array.from({ length: 12 }, (__, at): SimulatedMonth => ({
      // A month of its own object, so that nothing of it is known from another.
      book: {
        ...month,
        facts: [...month.facts],
        given: [...month.given],
        memberId: `m${member}`,
        period: month.period,
      },
      ...{ before, after, group: `team ${member % 10} in month ${at}` },
    })),
  );
  const start = performance.now();
  let monthCount = 0;
  for (let at = 0; at < 12; at += 1)
    monthCount += simulate(population.flatMap((months) => months[at] ?? [])).monthCount;
  return {
    name: `simulation of ${monthCount} months of ${month.facts.length} facts`,
    value: (performance.now() - start) / 1_000,
    unit: "s",
    most: 60,
  };
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
