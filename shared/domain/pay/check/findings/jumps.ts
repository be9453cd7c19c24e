import type { Fen } from "../../../money";
import { compare, type Exact, subtract } from "../../numbers/number";
import type { CompiledComponent } from "../../plan/compile";
import type { Plan } from "../../types";
import { type Finding, type FindingCode, namesOf, type Probe } from "./finding";
import { at, type Axis, axesOf, stepOf, usualPoint, withNeeded } from "./points";
import { along, probeOf, type Probed, type Prober } from "./prober";

/** A jump of less is no cliff. */
const jumpMinFen: Fen = 10_000;

interface Jump {
  code: FindingCode;
  before: Probe;
  after: Probe;
  byFen: Fen;
}

/** The smallest step that changes much, or changes pay in the wrong direction; of each kind the largest of a component. */
export function jumps(prober: Prober): Finding[] {
  return prober.compiled.components.flatMap((compiled) => {
    const together = withNeeded(compiled, prober.plan);
    // What a guarantee adds falls as what it guarantees grows: both are looked at together, and jumps are told of the parts.
    const found = axesOf(compiled, prober.plan).flatMap((axis) =>
      together.length > 1 ? fallsAlong(prober, together, axis) : jumpsAlong(prober, compiled, axis),
    );
    const largest = new Map<FindingCode, Jump>();
    for (const jump of found) {
      const known = largest.get(jump.code);
      if (!known || jump.byFen > known.byFen) largest.set(jump.code, jump);
    }
    return [...largest.values()].map((jump) => findingOf(jump, compiled, prober.plan));
  });
}

function findingOf({ code, before, after }: Jump, compiled: CompiledComponent, plan: Plan): Finding {
  const { component } = compiled;
  const components = withNeeded(compiled, plan).map((one) => one.component.code);
  return {
    code,
    severity: code === "fallingPay" ? "warns" : "informs",
    path: `components.${component.code}.amount`,
    of: namesOf(component),
    witness: { components, before: [probeOf(before)], after: [probeOf(after)] },
  };
}

function jumpsAlong(prober: Prober, compiled: CompiledComponent, axis: Axis): Jump[] {
  const step = stepOf(axis);
  const points = along(prober, compiled, axis);
  return points.flatMap(({ value, probed: after }, index): Jump[] => {
    const previous = points[index - 1];
    if (!previous || compare(subtract(value, previous.value), step) !== 0) return [];
    const before = previous.probed;
    if (before.isUndefined || after.isUndefined) return [];
    const byFen = after.paysFen - before.paysFen;
    // A tier that is lower than the one before it is asked about by itself.
    if (axis.isMerit && byFen < 0 && !fallsByTable(prober, compiled, axis, previous.value))
      return [{ code: "fallingPay", before, after, byFen: 0 - byFen }];
    if (byFen < jumpMinFen || axis.unit === "count" || axis.unit === "days") return [];
    return [{ code: kindOf(prober, compiled, axis, { before, value: previous.value }), before, after, byFen }];
  });
}

function fallsAlong(prober: Prober, together: readonly CompiledComponent[], axis: Axis): Jump[] {
  const [compiled] = together;
  if (!compiled || !axis.isMerit) return [];
  const step = stepOf(axis);
  const points = prober.walk(compiled, axis).flatMap((value) => {
    const probe = prober.sum(together, at(usualPoint, axis, value));
    return probe ? [{ value, probe }] : [];
  });
  return points.flatMap(({ value, probe: after }, index): Jump[] => {
    const previous = points[index - 1];
    if (!previous || compare(subtract(value, previous.value), step) !== 0) return [];
    const byFen = previous.probe.paysFen - after.paysFen;
    if (byFen <= 0 || fallsByTable(prober, compiled, axis, previous.value)) return [];
    return [{ code: "fallingPay", before: previous.probe, after, byFen }];
  });
}

function kindOf(
  prober: Prober,
  compiled: CompiledComponent,
  axis: Axis,
  { before, value }: { before: Probed; value: Exact },
): FindingCode {
  if (before.reason === "factor.zero") return "zeroFactor";
  const table = tableAt(prober, compiled, axis, value);
  const isWhole = prober.plan.tables.some(
    (one) => one.name === table && one.kind !== "lookup" && one.by === "money" && one.mode !== "marginal",
  );
  return isWhole ? "retroactiveTier" : "cliff";
}

/** The table whose row changes within a step of a value. */
function tableAt(prober: Prober, compiled: CompiledComponent, axis: Axis, value: Exact): string | null {
  const step = stepOf(axis);
  const near = prober.placesOf(compiled, axis).find((place) => {
    const way = subtract(place.value, value);
    return compare(way, subtract(step, step)) >= 0 && compare(way, step) <= 0;
  });
  return near?.table ?? null;
}

function fallsByTable(prober: Prober, compiled: CompiledComponent, axis: Axis, value: Exact): boolean {
  const name = tableAt(prober, compiled, axis, value);
  const rows = prober.compiled.bandTables.get(name ?? "")?.rows ?? [];
  return rows.some((row, index) => index > 0 && compare(row.value, rows[index - 1]?.value ?? row.value) < 0);
}
