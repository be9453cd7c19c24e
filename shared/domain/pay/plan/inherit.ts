import { canonicalJson } from "../../canonicalJson";
import type { Plan, PlanDifference } from "../types";

/** Parts of a plan that have a name or code of their own, by which they take the place of the parent's. */
const kinds = ["inputs", "tables", "components", "stacking", "examples"] as const;
type Kind = (typeof kinds)[number];
type Part = { name: string; code?: string };

const keyOf = (kind: Kind, part: Part): string => (kind === "components" && part.code) || part.name;

/**
 * A plan that says in what it differs from the one that it extends, made complete: its own parts in the place of the parent's of the same name,
 * its new ones behind them, without those that it leaves out. It says then in what it differs, part by part. Made complete twice, it is the same.
 */
export function resolvePlan(own: Plan, parent: Plan): Plan {
  const out = new Set(own.leavesOut);
  const merged = <One extends Part>(kind: Kind, parents: readonly One[], owns: readonly One[]): One[] => {
    const ownByKey = new Map(owns.map((part) => [keyOf(kind, part), part]));
    const parentKeys = new Set(parents.map((part) => keyOf(kind, part)));
    const all = [
      ...parents.map((part) => ownByKey.get(keyOf(kind, part)) ?? part),
      ...owns.filter((part) => !parentKeys.has(keyOf(kind, part))),
    ];
    return all.filter((part) => !out.has(`${kind}.${keyOf(kind, part)}`));
  };
  const subject = own.subject ?? parent.subject;
  const needs = own.needs ?? parent.needs;
  const plan: Plan = {
    ...own,
    ...(subject && { subject }),
    ...(needs && { needs }),
    inputs: merged("inputs", parent.inputs, own.inputs),
    tables: merged("tables", parent.tables, own.tables),
    components: merged("components", parent.components, own.components),
    stacking: merged("stacking", parent.stacking, own.stacking),
    examples: merged("examples", parent.examples, own.examples),
  };
  return { ...plan, differs: planDifferences(parent, plan) };
}

/** Where a plan is not as another, part by part and field by field; its own name, days and scope are no differences. */
export function planDifferences(parent: Plan, own: Plan): PlanDifference[] {
  return kinds.flatMap((kind) => {
    const [theirs, ours] = [partsByKey(kind, parent), partsByKey(kind, own)];
    return [...new Set([...theirs.keys(), ...ours.keys()])].flatMap((key) => {
      const [was, is] = [theirs.get(key), ours.get(key)];
      const path = `${kind}.${key}`;
      return was && is ? fieldDifferences(path, was, is) : [{ path, parent: was?.name ?? null, own: is?.name ?? null }];
    });
  });
}

const partsByKey = (kind: Kind, plan: Plan): Map<string, Part> =>
  new Map(plan[kind].map((part): [string, Part] => [keyOf(kind, part), part]));

/** Lists are compared row by row, so that one edge of a table is one difference. */
function fieldDifferences(path: string, was: object, is: object): PlanDifference[] {
  const [before, after] = [was, is].map((part) => new Map<string, unknown>(Object.entries(part)));
  return [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])].flatMap((field): PlanDifference[] => {
    const [one, other]: unknown[] = [before?.get(field), after?.get(field)];
    const at = `${path}.${field}`;
    if (canonicalJson(one ?? null) === canonicalJson(other ?? null)) return [];
    if (isObject(one) && isObject(other)) return fieldDifferences(at, one, other);
    return [{ path: at, parent: textOf(one), own: textOf(other) }];
  });
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

const textOf = (value: unknown): string | null =>
  value === undefined || value === null ? null : typeof value === "string" ? value : canonicalJson(value);
