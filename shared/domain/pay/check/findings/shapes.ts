import { childrenOf, type FormulaNode, isBandFunction, namesIn } from "../../formula";
import { exactOfInt, signOfExact, times, zero } from "../../numbers/number";
import type { CompiledComponent } from "../../plan/compile";
import type { LookupTable } from "../../types";
import { type Finding, namesOf, type Probe } from "./finding";
import { at, type Axis, axesByName, axesOf, type Point, usualPoint } from "./points";
import { along, probeOf, type Probed, type Prober } from "./prober";

/** How an amount grows, and where it has no value. */
export const shapes = (prober: Prober): Finding[] =>
  soundParts(prober).flatMap((compiled) => [
    ...quadratic(prober, compiled),
    ...noCap(prober, compiled),
    ...mayDivideByZero(prober, compiled),
    ...undefinedPays(prober, compiled),
  ]);

/** Whether there is an amount at all, and where it ends: what holds at every probe. */
export const extremes = (prober: Prober): Finding[] =>
  soundParts(prober).flatMap((compiled) => {
    const seen = probes(prober, compiled);
    // What was not looked at may be otherwise.
    return prober.isCut ? [] : [...capOf(compiled, seen), ...neverPays(compiled, seen)];
  });

const soundParts = ({ compiled }: Prober): CompiledComponent[] =>
  compiled.components.filter(({ faults }) => faults.length === 0);

const finding = (
  code: Finding["code"],
  severity: Finding["severity"],
  { component }: CompiledComponent,
  [before, after]: [Probe[], Probe[]],
  number?: number,
): Finding => ({
  code,
  severity,
  path: `components.${component.code}.amount`,
  of: namesOf(component),
  witness: { components: [component.code], before: before.map(probeOf), after: after.map(probeOf) },
  ...(number !== undefined && { number }),
});

/**
 * Everything around the usual point, for every property of a fact that a table looks up. Pairs of axes only where that leaves open
 * whether there is any amount, or any below the cap.
 */
function probes(prober: Prober, compiled: CompiledComponent): Probed[] {
  const axes = axesOf(compiled, prober.plan);
  const points = keysOf(prober);
  const seen = points.flatMap((point) => [
    ...[prober.price(compiled, point)].flatMap((one) => one ?? []),
    ...axes.flatMap((axis) => along(prober, compiled, axis, point).map(({ probed }) => probed)),
  ]);
  const isSettled = seen.some(({ paysFen }) => paysFen !== 0) && compiled.component.cap === undefined;
  if (isSettled) return seen;
  const inPairs = axes.flatMap((axis, index) => axes.slice(index + 1).map((other) => [axis, other] as const));
  return [...seen, ...points.flatMap((point) => inPairs.flatMap((both) => pairs(prober, compiled, both, point)))];
}

/** A pair is tried at so many points at most. */
const pairMax = 400;

function pairs(
  prober: Prober,
  compiled: CompiledComponent,
  [first, second]: readonly [Axis, Axis],
  from: Point,
): Probed[] {
  const [ones, others] = [prober.walk(compiled, first), prober.walk(compiled, second)];
  const points = ones.flatMap((one) => others.map((other) => [one, other] as const));
  const every = Math.ceil(points.length / pairMax);
  return points
    .filter((_, index) => index % every === 0)
    .flatMap(([one, other]) => prober.price(compiled, at(at(from, first, one), second, other)) ?? []);
}

/** The usual point, and one for each value that a table looks up. */
export function keysOf({ plan }: Prober): Point[] {
  const lookups = plan.tables.filter((table): table is LookupTable => table.kind === "lookup");
  return [
    usualPoint,
    ...lookups.flatMap(({ by, rows }) => rows.map(({ key }) => ({ ...usualPoint, keys: new Map([[by, key]]) }))),
  ];
}

/** Results enter twice: once as amount, once as what that is multiplied by. */
function quadratic(prober: Prober, compiled: CompiledComponent): Finding[] {
  const { amount } = compiled.formulas;
  if (!amount) return [];
  const byName = axesByName(compiled, prober.plan);
  const axis = squaredIn(amount, (node) => [...namesIn(node)].flatMap((name) => byName.get(name) ?? []));
  if (!axis) return [];
  const [once, twice] = [axis.usual, times(axis.usual, exactOfInt(2))].map((value) =>
    prober.price(compiled, at(usualPoint, axis, value)),
  );
  if (!once || !twice || once.paysFen <= 0 || twice.paysFen <= 3 * once.paysFen) return [];
  return [finding("quadratic", "warns", compiled, [[once], [twice]])];
}

/** What a table gives for a result is meant to be multiplied by it. */
const isTable = (node: FormulaNode): boolean => node.type === "call" && isBandFunction(node.name);

function squaredIn(node: FormulaNode, axesIn: (node: FormulaNode) => Axis[]): Axis | null {
  if (isTable(node)) return null;
  if (node.type === "arithmetic" && node.sign === "×") {
    const isFree = (side: FormulaNode): boolean => !isTable(side) && childrenOf(side).every(isFree);
    const [left, right] = [node.left, node.right].map((side) =>
      isFree(side) ? axesIn(side) : axesIn(withoutTables(side)),
    );
    const both = left?.find((axis) => axis.isMerit && right?.some((other) => other.key === axis.key));
    if (both) return both;
  }
  for (const child of childrenOf(node)) {
    const found = squaredIn(child, axesIn);
    if (found) return found;
  }
  return null;
}

/** The factors of a product that are no tables. */
function withoutTables(node: FormulaNode): FormulaNode {
  if (node.type !== "arithmetic") return isTable(node) ? nothing : node;
  return { ...node, left: withoutTables(node.left), right: withoutTables(node.right) };
}

const nothing: FormulaNode = { type: "number", value: zero, unit: "bare", text: "0", from: 0, to: 0 };

/** Ten times the result is far beyond what anybody has reckoned with. */
const far = 10;

/** A bonus, other than a commission, that goes on growing. */
function noCap(prober: Prober, compiled: CompiledComponent): Finding[] {
  const { component } = compiled;
  if (component.grain !== "period" || component.kind === "提成" || component.cap !== undefined) return [];
  for (const axis of axesOf(compiled, prober.plan)) {
    if (!axis.isMerit) continue;
    const usual = prober.price(compiled, usualPoint);
    const beyond = prober.price(compiled, at(usualPoint, axis, times(axis.usual, exactOfInt(far))));
    if (usual && beyond && usual.paysFen > 0 && beyond.paysFen >= (far / 2) * usual.paysFen)
      return [finding("noCap", "informs", compiled, [[usual], [beyond]], far)];
  }
  return [];
}

function capOf(compiled: CompiledComponent, seen: readonly Probed[]): Finding[] {
  if (compiled.component.cap === undefined) return [];
  const paying = seen.filter(({ paysFen, isUndefined }) => paysFen > 0 && !isUndefined);
  const most = paying.reduce<Probed | null>((high, one) => (high && high.paysFen >= one.paysFen ? high : one), null);
  const least = paying.reduce<Probed | null>((low, one) => (low && low.paysFen <= one.paysFen ? low : one), null);
  if (!most || !least) return [];
  const capped = paying.filter(({ reason }) => reason === "cap.reached");
  if (capped.length === 0) return [finding("capNeverMet", "informs", compiled, [[least], [most]], seen.length)];
  if (capped.length < paying.length) return [];
  return [finding("capAlwaysMet", "informs", compiled, [[least], [most]], seen.length)];
}

function neverPays(compiled: CompiledComponent, seen: readonly Probed[]): Finding[] {
  // What has no value is told elsewhere.
  const known = seen.filter(({ isUndefined }) => !isUndefined);
  const [first] = known;
  const last = known[known.length - 1];
  if (!first || !last || seen.some(({ paysFen, reason }) => paysFen !== 0 || reason === "tooLarge")) return [];
  return [finding("neverPays", "warns", compiled, [[first], [last]], known.length)];
}

/** Where something that may well be 0 stands below the line: then nothing is paid, and the month does not close by itself. */
function mayDivideByZero(prober: Prober, compiled: CompiledComponent): Finding[] {
  const usual = prober.price(compiled, usualPoint);
  if (!usual || usual.isUndefined) return [];
  for (const axis of axesOf(compiled, prober.plan)) {
    const none = prober.price(compiled, at(usualPoint, axis, zero));
    if (none?.missing === "divisionByZero") return [finding("mayDivideByZero", "warns", compiled, [[usual], [none]])];
  }
  return [];
}

/** Pays although something that its formula names has no value, such as a target that nobody has set. */
function undefinedPays(prober: Prober, compiled: CompiledComponent): Finding[] {
  for (const axis of axesOf(compiled, prober.plan)) {
    if (axis.isMerit && axis.unit === "money") continue;
    const none = prober.price(compiled, at(usualPoint, axis, null));
    const lacks =
      none && compiled.inputs.some(({ name, kind }) => kind !== "score" && kind !== "lines" && !(name in none.given));
    if (none && lacks && !none.isUndefined && none.paysFen !== 0) {
      const usual = prober.price(compiled, usualPoint);
      if (usual && signOfExact(exactOfInt(none.paysFen)) !== 0)
        return [finding("undefinedPays", "informs", compiled, [[usual], [none]])];
    }
  }
  return [];
}
