import { type Fen, sumFen } from "../../../money";
import { compare, type Exact, exactOfInt, times, zero } from "../../numbers/number";
import { fieldsOf } from "../../facts/factFields";
import type { CompiledComponent } from "../../plan/compile";
import type { EventComponent } from "../../types";
import { type Finding, namesOf, type Probe } from "./finding";
import { at, type Axis, axesOf, fieldAxis, type Point, usualPoint } from "./points";
import { along, probeOf, type Prober } from "./prober";

/** Nobody divides an order for less. */
const worthFen: Fen = 10_000;

const two = exactOfInt(2);

/** What can be gained by making two orders of one, or one of two. */
export const orders = (prober: Prober): Finding[] => prober.compiled.components.flatMap((one) => inTwo(prober, one));

const sumOfProbes = (probes: readonly Probe[]): Fen => sumFen(probes.map(({ paysFen }) => paysFen));

/** How many of two orders of one client the component pays: of first orders, and of what is paid once for each client, one. */
function paidOf(component: EventComponent): number | null {
  if (component.on === "newCustomer") return 1;
  if (component.on !== "sale") return null;
  return component.oncePer === "customer" ? 1 : 2;
}

function inTwo(prober: Prober, compiled: CompiledComponent): Finding[] {
  const { component } = compiled;
  if (component.grain !== "event" || compiled.faults.length > 0) return [];
  const paid = paidOf(component);
  const amount = fieldsOf(component.on).find(({ field }) => field === "amount");
  if (paid === null || !amount) return [];
  const axis = fieldAxis(component.on, amount);
  const found = new Map<"splittingPays" | "mergingPays", { before: Probe[]; after: Probe[]; byFen: Fen }>();
  for (const value of prober.walk(compiled, axis)) {
    if (compare(value, zero) <= 0) continue;
    const part = prober.price(compiled, sized(component, value, axis));
    const whole = prober.price(compiled, sized(component, times(value, two), axis, true));
    if (!part || !whole || part.isUndefined || whole.isUndefined) continue;
    const parts = paid === 1 ? [part] : [part, part];
    const byFen = sumOfProbes(parts) - whole.paysFen;
    const code = byFen > 0 ? "splittingPays" : "mergingPays";
    if (code === "splittingPays" && paid === 1) continue;
    // One order of twice the size brings twice the commission: that alone is no gain.
    const isGain = paid === 2 || part.paysFen === 0;
    const known = found.get(code);
    if (!isGain || Math.abs(byFen) < worthFen || (known && known.byFen >= Math.abs(byFen))) continue;
    const [before, after] = byFen > 0 ? [[whole], parts] : [parts, [whole]];
    found.set(code, { before, after, byFen: Math.abs(byFen) });
  }
  return [...found].map(([code, { before, after }]) => ({
    code,
    severity: "informs",
    path: `components.${component.code}.amount`,
    of: namesOf(component),
    witness: { components: [component.code], before: before.map(probeOf), after: after.map(probeOf) },
  }));
}

/** An order of a size: its margin and pieces grow with it. */
function sized({ on }: EventComponent, amount: Exact, axis: Axis, isDouble = false): Point {
  const others = fieldsOf(on).filter(({ field }) => field === "margin" || field === "quantity");
  return others.reduce(
    (point, field) => {
      const other = fieldAxis(on, field);
      return isDouble ? at(point, other, times(other.usual, two)) : point;
    },
    at(usualPoint, axis, amount),
  );
}

/** What can be gained by keeping an order: a month with twice the sales, and one with none, against two months alike. */
export function held(prober: Prober): Finding[] {
  const monthly = prober.compiled.components.filter(
    ({ component, faults }) => component.grain === "period" && component.period === "month" && faults.length === 0,
  );
  const axes = new Map(
    monthly.flatMap((compiled) => axesOf(compiled, prober.plan).map((axis) => [axis.key, { axis, compiled }])),
  );
  let best: { finding: Finding; byFen: Fen } | null = null;
  for (const { axis, compiled } of axes.values()) {
    if (!axis.isMerit || axis.unit !== "money" || !axis.key.includes(" member month ")) continue;
    const touched = monthly.filter((one) => axesOf(one, prober.plan).some(({ key }) => key === axis.key));
    const none = prober.sum(touched, at(usualPoint, axis, zero));
    for (const { value } of along(prober, compiled, axis)) {
      const one = prober.sum(touched, at(usualPoint, axis, value));
      const both = prober.sum(touched, at(usualPoint, axis, times(value, two)));
      if (!none || !one || !both) continue;
      const byFen = none.paysFen + both.paysFen - 2 * one.paysFen;
      if (byFen < worthFen || (best && best.byFen >= byFen)) continue;
      const components = touched.map(({ component }) => component.code);
      const witness = { components, before: [one, one], after: [none, both] };
      const { component } = compiled;
      best = {
        byFen,
        finding: {
          code: "holdingPays",
          severity: "informs",
          path: `components.${component.code}.amount`,
          of: namesOf(component),
          witness,
        },
      };
    }
  }
  return best ? [best.finding] : [];
}
