import type { Plan } from "../../types";
import type { Finding } from "./finding";
import { jumps } from "./jumps";
import { orders } from "./orders";
import { overlaps } from "./overlaps";
import { Prober } from "./prober";
import { shapes } from "./shapes";
import { structure } from "./structure";

export {
  type AskedFinding,
  type Finding,
  type FindingCode,
  isAsked,
  type Named,
  namesOf,
  type Probe,
  type Witness,
} from "./finding";
export { shownProbes, type ShownProbe } from "./shown";

// A plan object never changes, and pages ask again with every letter that is typed.
const known = new WeakMap<Plan, { findings: readonly Finding[]; probes: number }>();

/** What speaks against a plan without faults, each with what shows it, those that are asked about first. */
export const planFindings = (plan: Plan): readonly Finding[] => foundIn(plan).findings;

/** At how many points of its inputs the plan was asked what it pays: what was not found there may be elsewhere. */
export const probesOf = (plan: Plan): number => foundIn(plan).probes;

function foundIn(plan: Plan): { findings: readonly Finding[]; probes: number } {
  const done = known.get(plan);
  if (done) return done;
  const prober = new Prober(plan);
  const all = [jumps, shapes, orders, overlaps, structure].flatMap((check) => check(prober));
  const findings = [
    ...all.filter(({ severity }) => severity === "warns"),
    ...all.filter(({ severity }) => severity === "informs"),
  ];
  const made = { findings, probes: prober.count };
  known.set(plan, made);
  return made;
}
