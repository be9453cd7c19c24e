import { type Fen, roundToFen } from "../../../money";
import { fieldNamed } from "../../facts/factFields";
import { compare, zero } from "../../numbers/number";
import { type Finding, namesOf, type Probe } from "./finding";
import { at, axesOf, fieldAxis, usualPoint } from "./points";
import { probeOf, type Prober } from "./prober";

/**
 * An order that pays more than it has earned: all parts that are paid for it together, where the plan itself goes by its margin. What a plan that
 * does not know of margins leaves over, nobody can say.
 */
export function margins(prober: Prober): Finding[] {
  const margin = fieldNamed("sale", "margin");
  if (!margin) return [];
  const axis = fieldAxis("sale", margin);
  const paid = prober.compiled.components.filter(
    ({ component, faults }) => faults.length === 0 && component.grain === "event" && component.on === "sale",
  );
  const going = paid.find((one) => axesOf(one, prober.plan).some(({ key }) => key === axis.key));
  if (!going) return [];
  let worst: { probe: Probe; byFen: Fen } | null = null;
  for (const value of prober.walk(going, axis)) {
    if (compare(value, zero) <= 0) continue;
    const probe = prober.sum(paid, at(usualPoint, axis, value));
    const byFen = probe ? probe.paysFen - roundToFen(value) : 0;
    if (probe && byFen > 0 && (!worst || byFen > worst.byFen)) worst = { probe, byFen };
  }
  if (!worst) return [];
  const { component } = going;
  return [
    {
      code: "payoutExceedsMargin",
      severity: "warns",
      path: `components.${component.code}.amount`,
      of: namesOf(component),
      witness: { components: paid.map((one) => one.component.code), before: [], after: [probeOf(worst.probe)] },
      number: worst.probe.paysFen - worst.byFen,
    },
  ];
}
