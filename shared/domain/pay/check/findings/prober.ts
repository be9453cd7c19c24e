import { type Fen, sumFen } from "../../../money";
import { priceAmount, type Priced } from "../../evaluation/priceAmount";
import { childrenOf, evaluateNumber, FormulaError, type FormulaNode, isBandFunction, isMissing } from "../../formula";
import {
  add,
  compare,
  decimal,
  divide,
  type Exact,
  exactOfInt,
  signOfExact,
  subtract,
  times,
  TooLarge,
  wholeOf,
  zero,
} from "../../numbers/number";
import { type CompiledComponent, type CompiledPlan, compilePlan } from "../../plan/compile";
import type { Plan } from "../../types";
import { ExampleEnvironment } from "../../evaluation/exampleEnvironment";
import type { Probe } from "./finding";
import { at, type Axis, givenAt, namesOfFormulas, type Point, stepOf, usualPoint, withNeeded } from "./points";

/** What a probe of one component gave. */
export interface Probed extends Probe {
  reason: Priced["reason"]["code"];
  missing: string | null;
}

/** Where a formula changes what it does along an axis, and what of the plan says so. */
export interface Place {
  value: Exact;
  /** `tables.佣金阶梯`, or null for the formula itself. */
  table: string | null;
}

/** So many amounts are computed for one plan at most. */
export const probesMax = 20_000;

/** Asks the engine what a plan pays at points of its inputs. */
export class Prober {
  readonly compiled: CompiledPlan;
  /** Something was not computed since all that may be was. */
  isCut = false;
  private readonly places = new Map<string, Place[]>();
  private readonly names = new Map<CompiledComponent, ReadonlySet<string>>();

  /** @param count how many amounts were computed for the plan before */
  constructor(
    readonly plan: Plan,
    public count = 0,
  ) {
    this.compiled = compilePlan(plan);
  }

  /** null where the point cannot be written down, or too much has been asked. */
  price(compiled: CompiledComponent, point: Point): Probed | null {
    const given = this.givenTo(compiled, point);
    if (given === null || compiled.faults.length > 0) return null;
    if (this.count >= probesMax) {
      this.isCut = true;
      return null;
    }
    this.count += 1;
    const { fen, reason, undefinedBecause } = this.pricedAs(compiled, given);
    const missing = undefinedBecause === null || undefinedBecause === "tooLarge" ? null : undefinedBecause.missing;
    return {
      given,
      paysFen: fen,
      reason: reason.code,
      missing,
      ...(undefinedBecause !== null && { isUndefined: true }),
    };
  }

  /** What several components pay together. */
  sum(components: readonly CompiledComponent[], point: Point): Probe | null {
    let given: Record<string, string> = {};
    const paid: Fen[] = [];
    for (const compiled of components) {
      const probed = this.price(compiled, point);
      if (probed === null) return null;
      given = { ...given, ...probed.given };
      paid.push(probed.paysFen);
    }
    return { given, paysFen: sumFen(paid) };
  }

  /** Points along an axis from none of it up: around every place where the formulas change, and between. */
  walk(compiled: CompiledComponent, axis: Axis): Exact[] {
    const step = stepOf(axis);
    const around = this.placesOf(compiled, axis).flatMap(({ value }) => {
      const low = times(exactOfWhole(divide(value, step) ?? zero), step);
      return [subtract(low, step), low, add(low, step), add(low, times(step, exactOfInt(2)))];
    });
    const between = ["0", "0.3", "0.5", "1", "1.1", "2", "3", "10"].map((part) => {
      const value = times(decimal(part), axis.usual);
      return times(exactOfWhole(divide(value, step) ?? zero), step);
    });
    const far = this.placesOf(compiled, axis).map(({ value }) =>
      times(exactOfWhole(divide(times(value, exactOfInt(2)), step) ?? zero), step),
    );
    const ordered = [...around, ...between, ...far].filter((value) => signOfExact(value) >= 0).sort(compare);
    return ordered.filter((value, index) => index === 0 || compare(value, ordered[index - 1] ?? zero) !== 0);
  }

  /** Where comparisons turn, tables change their row and the lesser of two becomes the other, as far as they are straight along the axis. */
  placesOf(compiled: CompiledComponent, axis: Axis): Place[] {
    const key = `${compiled.component.code}\n${axis.key}`;
    const known = this.places.get(key);
    if (known) return known;
    const found: Place[] = [];
    for (const one of withNeeded(compiled, this.plan))
      for (const node of Object.values(one.formulas)) if (node) this.collect(node, one, axis, found);
    this.places.set(key, found);
    return found;
  }

  private collect(node: FormulaNode, compiled: CompiledComponent, axis: Axis, found: Place[]): void {
    for (const child of childrenOf(node)) this.collect(child, compiled, axis, found);
    const turn = (left: FormulaNode, right: FormulaNode | Exact, table: string | null, target?: FormulaNode): void => {
      for (const value of this.meetings(left, right, target, compiled, axis)) found.push({ value, table });
    };
    if (node.type === "comparison") turn(node.left, node.right, null);
    if (node.type !== "call") return;
    const [first, second, third] = node.args;
    if (first && (node.name === "最小" || node.name === "最大" || node.name === "限制"))
      for (const other of node.args.slice(1)) turn(first, other, null);
    if (!first || !isBandFunction(node.name) || second?.type !== "name") return;
    for (const { upTo } of this.compiled.bandTables.get(second.name)?.rows ?? [])
      if (upTo !== null) turn(first, upTo, second.name, third);
  }

  /** Where along an axis two sides are equal, if both are straight lines there. */
  private meetings(
    left: FormulaNode,
    right: FormulaNode | Exact,
    target: FormulaNode | undefined,
    compiled: CompiledComponent,
    axis: Axis,
  ): Exact[] {
    const gap = (value: Exact): Exact | null => {
      const env = this.environment(compiled, at(usualPoint, axis, value));
      try {
        return env && gapIn(env);
      } catch (error) {
        // Numbers that are too large meet nowhere that anybody gets to.
        if (!(error instanceof FormulaError) && !(error instanceof TooLarge)) throw error;
        return null;
      }
    };
    const gapIn = (env: ExampleEnvironment): Exact | null => {
      const sides = [left, ...("type" in right ? [right] : []), ...(target ? [target] : [])].map((side) =>
        evaluateNumber(side, env),
      );
      const numbers = sides.filter((side): side is Exact => !isMissing(side));
      if (numbers.length < sides.length) return null;
      const [own = zero, other = zero] = numbers;
      const edge = "type" in right ? other : target ? times(right, other) : right;
      return subtract(own, edge);
    };
    return [half, two].flatMap((other) => {
      const [from, to] = [times(axis.usual, other), axis.usual];
      const [low, high] = [gap(from), gap(to)];
      const slope = low && high && subtract(high, low);
      const way = slope && divide(times(low, subtract(to, from)), slope);
      return way ? [subtract(from, way)] : [];
    });
  }

  private givenTo(compiled: CompiledComponent, point: Point): Record<string, string> | null {
    const { component } = compiled;
    let names = this.names.get(compiled);
    if (!names) {
      names = new Set(withNeeded(compiled, this.plan).flatMap((one) => [...namesOfFormulas(one)]));
      this.names.set(compiled, names);
    }
    return givenAt(point, this.plan, { names, on: component.grain === "event" ? component.on : null });
  }

  private environment(compiled: CompiledComponent, point: Point): ExampleEnvironment | null {
    const given = this.givenTo(compiled, point);
    return given && new ExampleEnvironment(this.compiled, given, new Map());
  }

  private pricedAs(compiled: CompiledComponent, given: Record<string, string>): Priced {
    const amounts = new Map<string, Fen | null>();
    const fill = (one: CompiledComponent): void => {
      for (const other of this.compiled.components) {
        const { code } = other.component;
        if (!one.needs.includes(code) || amounts.has(code)) continue;
        amounts.set(code, null);
        fill(other);
        amounts.set(code, priceAmount(other, new ExampleEnvironment(this.compiled, given, amounts)).fen);
      }
    };
    fill(compiled);
    return priceAmount(compiled, new ExampleEnvironment(this.compiled, given, amounts));
  }
}

const half = decimal("0.5");
const two = exactOfInt(2);

/** Downwards. */
const exactOfWhole = (value: Exact): Exact => ({ n: wholeOf(value, "down"), d: 1 });

/** The probes of a component one after the other along an axis, everything else usual. */
export function along(
  prober: Prober,
  compiled: CompiledComponent,
  axis: Axis,
  from: Point = usualPoint,
): { value: Exact; probed: Probed }[] {
  return prober.walk(compiled, axis).flatMap((value) => {
    const probed = prober.price(compiled, at(from, axis, value));
    return probed ? [{ value, probed }] : [];
  });
}

export const probeOf = ({ given, paysFen, isUndefined }: Probe): Probe => ({
  given,
  paysFen,
  ...(isUndefined && { isUndefined }),
});
