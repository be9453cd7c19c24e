import { roundToFen, yuanOf } from "../../money";
import { type Period, previousPeriod } from "../../time";
import { growthOf } from "../facts/growth";
import { measureNamed } from "../facts/measures";
import { newestOf } from "../facts/ratioParts";
import { isMissing, type MissingWhy, type Quantity } from "../formula";
import {
  decimalText,
  divide,
  type Exact,
  exactOfInt,
  one,
  ratioOf,
  signOfExact,
  subtract,
  times,
} from "../numbers/number";
import { dayPowerOf, isOfOwnDays } from "../plan/dayPower";
import { weightedScore } from "../plan/score";
import type { PlanSegment } from "../plan/segments";
import { givenFor, givenValue, paramFor, type Wanted } from "./given";
import { type InputSource, type Named, placeIn } from "./inputSource";
import { measured, measuredBefore, monthsOfTarget, periodFor, type Seen, sumOfQuantities } from "./measured";
import type { Fact, MeasuredInput, PlanInput, RatioParts, ScoreRule } from "../types";

export type { InputSource } from "./inputSource";
export { periodFor } from "./measured";

const missing = (why: MissingWhy, name: string): Quantity => ({ missing: why, name });

/** The value of an input; where it has none, why. */
export function resolveInput(input: PlanInput, source: InputSource): Quantity {
  switch (input.kind) {
    case "measure":
      return measured(input, source).value;
    case "target":
      return targetValue(input, source);
    case "attainment":
      return attainmentValue(input, source);
    case "growth":
      return growthParts(input, source).value;
    case "param":
      return givenValue(paramFor(input, placeIn(source), source.book), input.name);
    case "layer":
      return givenValue(givenFor(layerWanted(input, source), placeIn(source), source.book), input.name);
    case "lines":
      return source.linesSum(input.components);
    case "score":
      return scoreValue(input, source);
  }
}

/** The facts behind a measure of the member's month, for allocation and for the trace. */
export const factsBehind = (input: PlanInput, source: InputSource): readonly Fact[] =>
  input.kind === "measure" || input.kind === "attainment" ? measured(input, source).facts : [];

/** A layer is that of the period whose results it was made of. */
export function layerWanted(
  { code, period, rule }: PlanInput & { kind: "layer" },
  source: Seen,
): Wanted & { period: Period } {
  const held = periodFor(period, source);
  return { kind: "layer", code, of: "member", period: rule?.from === "previousPeriod" ? previousPeriod(held) : held };
}

/** The target for what an input measures: for the same facts where there is one, else for all. */
export function targetValue(input: Named & MeasuredInput, source: InputSource): Quantity {
  const { code, of, name, period, filter, set, level } = input;
  const targetOf = (held: Period): Quantity => {
    const wanted = { kind: "target", code, of, period: held, set, level } as const;
    const own = filter && givenFor({ ...wanted, filter }, placeIn(source), source.book);
    return givenValue(own ?? givenFor(wanted, placeIn(source), source.book), name, "noTarget");
  };
  const whole = period === "yearToDate" ? missing("noTarget", name) : targetOf(periodFor(period, source));
  const months = monthsOfTarget(period, source.book.period);
  // Of a longer period that has none of its own it is what its months come to.
  const target = isMissing(whole) && months.length > 0 ? sumOfQuantities(months.map(targetOf)) : whole;
  const { segment } = source;
  if (isMissing(target) || !segment.cut || !isOfOwnDays({ code, of, period }, segment.length)) return target;
  // A move inside the period: each segment has its calendar days' part, rounded as a target that was set; the parts add up to it.
  const { days, daysBefore, coveredDays } = segment;
  const upTo = (count: number): Exact => times(target, ratioOf(count, coveredDays) ?? one);
  if (measureNamed(code)?.unit !== "money") return upTo(days);
  return yuanOf(roundToFen(upTo(daysBefore + days)) - roundToFen(upTo(daysBefore)));
}

/** The two numbers of an attainment. */
export const attainmentParts = (
  input: Named & MeasuredInput,
  source: InputSource,
): { actual: Quantity; target: Quantity } => ({
  actual: measured(input, source).value,
  target: targetValue(input, source),
});

function attainmentValue(input: Named & MeasuredInput, source: InputSource): Quantity {
  const { actual, target } = attainmentParts(input, source);
  if (isMissing(target)) return missing(target.missing === "notGiven" ? "noTarget" : target.missing, input.name);
  if (isMissing(actual)) return actual;
  return signOfExact(target) === 0
    ? missing("noTarget", input.name)
    : (divide(actual, target) ?? missing("noTarget", input.name));
}

/** What has changed against the period before, and the two numbers that it is the quotient of. */
export function growthParts(
  input: Named & MeasuredInput,
  source: InputSource,
): { value: Quantity; ratio?: RatioParts } {
  const found = measured(input, source);
  const current = asOfWhole(found.value, isOfOwnDays(input, source.segment.length), source);
  if (isMissing(current)) return { value: current };
  const previous = measuredBefore(input, source);
  if (isMissing(previous)) return { value: previous };
  const value = growthOf(previous, current) ?? missing("divisionByZero", input.name);
  const [numerator, denominator] = [decimalText(subtract(current, previous)), decimalText(previous)];
  // Numbers of part of a month have no decimals.
  if (numerator === null || denominator === null) return { value };
  return { value, ratio: { numerator, denominator, cohort: "change", asOf: newestOf(found.facts) } };
}

/** What a score is made of. `completion`: what of it counts, before its cap; null without a value. */
export interface ScorePart {
  item: ScoreRule["items"][number];
  input: PlanInput | null;
  value: Quantity;
  completion: Exact | null;
}

export const scoreParts = ({ items }: ScoreRule, source: InputSource): ScorePart[] =>
  items.map((item) => {
    const part = source.inputs.get(item.input);
    const value =
      part === undefined || part.kind === "score"
        ? missing("notGiven", item.input)
        : asOfWhole(resolveInput(part, source), dayPowerOf(part, source.segment.length) === 1, source);
    const completion = isMissing(value) ? null : item.direction === "down" ? divide(one, value) : value;
    return { item, input: part ?? null, value, completion };
  });

/** Where a part lacks its target, that is why there is no score: it can be asked for. */
function scoreValue(input: PlanInput & ScoreRule, source: InputSource): Quantity {
  const parts = scoreParts(input, source);
  const items = parts.map(({ item: { weight, cap }, completion }) => ({ weight, cap, completion }));
  const noTarget = parts.find(({ value }) => isMissing(value) && value.missing === "noTarget")?.value;
  return weightedScore(items, input.missing) ?? noTarget ?? missing("noData", input.name);
}

/** A sum over a segment's days as what it would be in a whole month (or week), where it is held against one; any other value as it is. */
function asOfWhole(value: Quantity, isSumOfDays: boolean, { segment }: InputSource): Quantity {
  if (isMissing(value) || !isSumOfDays) return value;
  return divide(value, segmentShareOf(segment)) ?? value;
}

/** Days of the segment ÷ days of all segments that its period is cut into; 1 where it is not cut. */
export const segmentShareOf = ({ cut, days, coveredDays }: PlanSegment): Exact =>
  cut ? (ratioOf(days, coveredDays) ?? one) : one;

/** Days of the segment ÷ days of the month, or week. */
export const dayShareOf = (segment: PlanSegment): Exact => ratioOf(segment.days, segment.periodDays) ?? exactOfInt(0);
