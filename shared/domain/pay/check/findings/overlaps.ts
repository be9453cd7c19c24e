import { exactOfInt, times } from "../../numbers/number";
import { fieldsOf } from "../../facts/factFields";
import type { CompiledComponent } from "../../plan/compile";
import { type Finding, namesOf } from "./finding";
import { at, type Axis, axesOf, fieldAxis, usualPoint } from "./points";
import type { Prober } from "./prober";

/** Two parts that are paid for the same sales, where the plan does not say how they go together. */
export function overlaps(prober: Prober): Finding[] {
  const { plan, compiled } = prober;
  const sold = compiled.components.flatMap((one) => {
    const axis = one.faults.length === 0 ? soldAxis(prober, one) : null;
    return axis ? [{ compiled: one, axis }] : [];
  });
  return sold.flatMap((one, index) => {
    const other = sold.slice(index + 1).find(({ compiled: { component } }) => {
      const codes = [one.compiled.component.code, component.code];
      return !plan.stacking.some((rule) => codes.every((code) => rule.components.includes(code)));
    });
    const found = other && togetherOf(prober, one, other);
    return found ? [found] : [];
  });
}

type Sold = { compiled: CompiledComponent; axis: Axis };

/** By what a component sees the same thing grow: a single order, or the month's. */
function soldAxis({ plan }: Prober, compiled: CompiledComponent): Axis | null {
  const { component } = compiled;
  if (component.grain === "event") {
    const amount = component.on === "sale" ? fieldsOf("sale").find(({ field }) => field === "amount") : undefined;
    return amount ? fieldAxis("sale", amount) : null;
  }
  if (component.kind === "扣减" || compiled.needs.length > 0) return null;
  return axesOf(compiled, plan).find(({ key }) => key.startsWith("measure sales.confirmed member")) ?? null;
}

function togetherOf(prober: Prober, one: Sold, other: Sold): Finding | null {
  const both = [one, other].map(({ compiled, axis }) =>
    [1, 3].map((size) => prober.price(compiled, at(usualPoint, axis, times(axis.usual, exactOfInt(size))))),
  );
  const [[oneUsual, oneMore] = [], [otherUsual, otherMore] = []] = both;
  if (!oneUsual || !oneMore || !otherUsual || !otherMore) return null;
  if (oneMore.paysFen <= 0 || otherMore.paysFen <= 0) return null;
  const grows =
    oneMore.paysFen > oneUsual.paysFen &&
    otherMore.paysFen > otherUsual.paysFen &&
    oneUsual.paysFen > 0 &&
    otherUsual.paysFen > 0;
  const { component } = other.compiled;
  const together = [one.compiled, other.compiled];
  const [usual, more] = [1, 3].map((size) => {
    const sized = times(one.axis.usual, exactOfInt(size));
    return prober.sum(together, at(at(usualPoint, one.axis, sized), other.axis, sized));
  });
  if (!usual || !more) return null;
  return {
    code: grows ? "doubleCounting" : "stackingMissing",
    severity: "informs",
    path: `components.${component.code}`,
    of: namesOf(component),
    witness: { components: together.map((each) => each.component.code), before: grows ? [usual] : [], after: [more] },
  };
}
