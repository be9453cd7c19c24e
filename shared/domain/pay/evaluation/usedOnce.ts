import { prefixOf } from "../plan/segments";
import type { Assignment, Fact, Line, MemberBook } from "../types";
import { onceKey } from "./eventLines";

/** A reward that is given once, and whom or what it was given for. */
export type PaidOnce = NonNullable<MemberBook["paidOnce"]>[number];

/** By what lines of it are called: for whom or what a component pays once. */
export type OnceComponents = ReadonlyMap<string, "customer" | "sale">;

/**
 * What these plans give once for what may come again. A client has one first order, which is a fact of its own: what is paid on that needs
 * nobody to remember it.
 */
export function onceComponents(assignments: readonly Assignment[]): OnceComponents {
  const found = new Map<string, "customer" | "sale">();
  for (const plan of assignments.flatMap(({ versions }) => versions))
    // What is stored and is no plan fails by name where a month is priced by it, and holds no other one.
    for (const component of Array.isArray(plan.components) ? plan.components : [])
      if (component.grain === "event" && component.oncePer !== undefined && component.on !== "newCustomer")
        found.set(`${prefixOf({ plan })}${component.code}`, component.oncePer);
  return found;
}

/** Lines of a month that have given one of these, with the fact that each is for. */
export function onceGiven(
  lines: readonly Pick<Line, "id" | "factId" | "amountFen">[],
  components: OnceComponents,
): { component: string; factId: string }[] {
  return lines.flatMap(({ id, factId, amountFen }) => {
    if (factId === null || amountFen <= 0) return [];
    // A line is called by its component, and by the fact that it is about.
    const component = id.slice(0, id.length - factId.length - 1);
    return components.has(component) ? [{ component, factId }] : [];
  });
}

/** For whom or what something was given that is given once; null where the fact is about none. */
export function paidOnceFor(component: string, fact: Fact, components: OnceComponents): PaidOnce | null {
  const per = components.get(component);
  const key = per === undefined ? null : onceKey(fact, per);
  return key === null ? null : { component, key };
}
