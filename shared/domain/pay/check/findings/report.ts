import type { Plan } from "../../types";
import type { Finding, FindingCode } from "./finding";
import { jumps } from "./jumps";
import { margins } from "./margins";
import { held, orders } from "./orders";
import { overlaps } from "./overlaps";
import { Prober } from "./prober";
import { extremes, shapes } from "./shapes";
import { structure } from "./structure";

/** What speaks against a plan, as far as it was looked for. Plain JSON: whoever goes on with it may be another process. */
export interface CheckReport {
  /** How many of the steps are done. */
  steps: number;
  /** Those that are asked about first. */
  findings: Finding[];
  /** At how many points of its inputs the plan was asked what it pays: what was not found there may be elsewhere. */
  probes: number;
  /** What was not looked for everywhere, since all that may be computed for one plan was. */
  unfinished: FindingCode[];
}

interface Step {
  find: (prober: Prober) => Finding[];
  /** What may be missed where not all of it could be computed; what is read off the plan is never missed. */
  probed: readonly FindingCode[];
}

/** What takes few amounts first, so that what takes many leaves nothing else out. */
const steps: readonly Step[] = [
  { find: structure, probed: ["redPacketLimit", "needNotMet", "refundNotCovered"] },
  { find: shapes, probed: ["quadratic", "noCap", "mayDivideByZero", "undefinedPays"] },
  { find: overlaps, probed: ["doubleCounting", "stackingMissing"] },
  { find: margins, probed: ["payoutExceedsMargin"] },
  { find: orders, probed: ["splittingPays", "mergingPays"] },
  { find: held, probed: ["holdingPays"] },
  { find: jumps, probed: ["cliff", "retroactiveTier", "zeroFactor", "fallingPay"] },
  { find: extremes, probed: ["capNeverMet", "capAlwaysMet", "neverPays"] },
];

export const checkStepCount = steps.length;

export const noCheck: CheckReport = { steps: 0, findings: [], probes: 0, unfinished: [] };

/** One step further in a plan without faults, from where the report stands; the same once all are done. */
export function checkFurther(plan: Plan, report: CheckReport): CheckReport {
  const step = steps[report.steps];
  if (!step) return report;
  const prober = new Prober(plan, report.probes);
  const found = [...report.findings, ...step.find(prober)];
  return {
    steps: report.steps + 1,
    findings: [
      ...found.filter(({ severity }) => severity === "warns"),
      ...found.filter(({ severity }) => severity === "informs"),
    ],
    probes: prober.count,
    unfinished: [...report.unfinished, ...(prober.isCut ? step.probed : [])],
  };
}

/** All of it at once: up to 20,000 amounts, which is no work for whoever is waited for. */
export function planReport(plan: Plan): CheckReport {
  let report = noCheck;
  while (report.steps < checkStepCount) report = checkFurther(plan, report);
  return report;
}
