import {
  type DaySpan,
  daysOf,
  type Month,
  monthOf,
  nextPeriod,
  type Period,
  periodOf,
  previousPeriod,
  weeksIn,
} from "../../time";
import { pricedOn } from "../facts/factIndex";
import { factsOf, foldMeasure, foldRatio, type FoldRequest } from "../facts/foldMeasure";
import { addsUp, importedValue } from "../facts/importedValues";
import { type MeasureDefinition, measureNamed, type RatioMeasure } from "../facts/measures";
import type { Cohort } from "../facts/ratioMeasures";
import { mergedRatio, partsOf, quotientOf } from "../facts/ratioParts";
import { isMissing, type Quantity } from "../formula";
import { add, exactOfInt, zero } from "../numbers/number";
import { ownsDay, type PlanSegment } from "../plan/segments";
import { givenFor, givenValue } from "./given";
import { type InputSource, type Named, placeIn } from "./inputSource";
import type { Fact, InputPeriod, MeasuredInput, MemberBook, RatioParts, Unit } from "../types";

/** What a measure comes to, and what it was made of. */
export interface Measured {
  value: Quantity;
  /** Own facts of the period, where it is folded from them. */
  facts: readonly Fact[];
  ratio?: RatioParts;
}

type OwnRequest = FoldRequest & { isOfSegment: boolean };

/** What a first order must come to for a new customer to qualify, unless the company says otherwise. */
const qualifyingUsualFen = 1_000_000;

/** The value of a measure in the period that an input speaks of. */
export function measured(input: Named & MeasuredInput, source: InputSource): Measured {
  const { period } = input;
  const whole = inPeriod(input, periodFor(period, source), source);
  return whole ?? ofMonths(input, monthsUpTo(period, source), source);
}

/** The same of the period before: of a year to date, the same months of the year before. */
export function measuredBefore(input: Named & MeasuredInput, source: InputSource): Quantity {
  if (input.period === "yearToDate")
    return ofMonths(input, monthsUpTo("yearToDate", source).map(aYearBefore), source).value;
  const period = previousPeriod(periodFor(input.period, source));
  const whole = inPeriod(input, period, source);
  return (whole ?? ofMonths(input, monthsBetween(daysOf(period).from, daysOf(period).to), source)).value;
}

export const aYearBefore = (month: Month): Month => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;

/** As own facts of the month say, or imports, or the book; null: none of them does. */
function inPeriod(input: Named & MeasuredInput, period: Period, source: InputSource): Measured | null {
  const { code, of, set, filter, countBy, name } = input;
  const measure = measureNamed(code);
  const request = of === "member" ? requestFor(input, period, source) : null;
  const summed = request === null || measure === null ? null : sumOfOwn(name, measure, request, source);
  if (summed !== null) return summed;
  const imported = importedValue({ code, of, period, set, unit: unitOf(input) }, source.index);
  if (imported !== null) return { ...imported, value: imported.value ?? noData(name) };
  const { role, view } = source;
  const wanted = { kind: "measure", code, of, period, filter, countBy, set, credited: { role, view } } as const;
  const given = givenFor(wanted, placeIn(source), source.book);
  if (given !== null) return { value: givenValue(given, name), facts: [], ...(given.ratio && { ratio: given.ratio }) };
  const cohort = of === "member" && measure?.of === "cohort" ? cohortIn(input, measure, period, source) : null;
  return cohort === null ? null : { ...ratioValue(partsOf(cohort), name), facts: cohort.facts };
}

/** null: its facts are not all there. */
function cohortIn(input: MeasuredInput, measure: RatioMeasure, period: Period, source: InputSource): Cohort | null {
  const known = knownDays(source);
  const [days, before] = [daysOf(period), daysOf(previousPeriod(period))];
  const knownFrom = measure.orders === undefined ? known.from : (source.book.salesKnownFrom ?? known.from);
  const from = measure.orders === "withPrevious" ? before.from : days.from;
  // A quarter that has begun is known up to the month that is priced; what is no matter of orders is folded month by month.
  const to = measure.orders === undefined ? days.to : days.from;
  if (from < knownFrom || to > known.to) return null;
  return foldRatio(measure, { ...requestOf(input, days, false, source), before }, source.index);
}

/** What is summed over the member's own facts or days; null: it is nothing of that kind. */
function sumOfOwn(
  name: string,
  measure: MeasureDefinition,
  request: OwnRequest,
  { index, segment }: InputSource,
): Measured | null {
  if (measure.of === "facts") {
    const facts = factsOf(measure, request, index);
    return { value: foldMeasure(measure, facts, request, index) ?? noData(name), facts };
  }
  if (measure.of !== "days" || (segment.length === "week" && !request.isOfSegment)) return null;
  const days = request.isOfSegment ? segment.days : segment.coveredDays;
  return { value: exactOfInt(segment.teamId === null ? 0 : days), facts: [] };
}

/** How to fold own facts for a period; null where it reaches beyond the days whose facts the book has. */
function requestFor(input: MeasuredInput, period: Period, source: InputSource): OwnRequest | null {
  const days = daysOf(period);
  const known = knownDays(source);
  if (days.from < known.from || days.to > known.to) return null;
  return requestOf(input, days, period === source.segment.period, source);
}

/** The days whose own facts the book has: for what is paid by the week also those of the month's first week before it, where it has these. */
function knownDays({ book, segment }: InputSource): DaySpan {
  if (segment.length === "month") return segment.periodSpan;
  const month = daysOf(book.period);
  const [first] = weeksIn(book.period);
  return book.factsBefore === undefined || first === undefined ? month : { from: daysOf(first).from, to: month.to };
}

/** @param isOfSegment what is no sum over a segment's days is the same in every segment of a month or week */
function requestOf(
  { filter, countBy }: MeasuredInput,
  days: DaySpan,
  isOfSegment: boolean,
  { book, segment, role, view, index }: InputSource,
): OwnRequest {
  const owns = (fact: Fact): boolean => !isOfSegment || ownsDay(segment, pricedOn(fact, index));
  return { days, role, view, filter, countBy, qualifyingFen: qualifyingFen(book), owns, isOfSegment };
}

function qualifyingFen({ given }: MemberBook): number {
  const value = given.find((one) => one.kind === "param" && one.code === "newCustomer.minimum")?.value;
  return value && "fen" in value ? value.fen : qualifyingUsualFen;
}

/** Sums of months add up, ratios are divided anew, and nothing else is made of months. */
function ofMonths(input: Named & MeasuredInput, months: readonly Month[], source: InputSource): Measured {
  const { name } = input;
  const measure = measureNamed(input.code);
  if (measure?.of === "cohort" && measure.orders !== undefined)
    return { value: { missing: "notGiven", name }, facts: [] };
  const parts = months.flatMap((month) => inPeriod(input, month, source) ?? []);
  if (parts.length === 0 || parts.length < months.length) return { value: { missing: "notGiven", name }, facts: [] };
  const ratio = mergedRatio(parts.flatMap((part) => part.ratio ?? []));
  if (ratio !== null && parts.every((part) => part.ratio !== undefined)) return ratioValue(ratio, name);
  return { value: addsUp(unitOf(input)) ? sumOfQuantities(parts.map(({ value }) => value)) : noData(name), facts: [] };
}

/** The first that has no value has it for all. */
export function sumOfQuantities(values: readonly Quantity[]): Quantity {
  let sum = zero;
  for (const value of values) {
    if (isMissing(value)) return value;
    sum = add(sum, value);
  }
  return sum;
}

const noData = (name: string): Quantity => ({ missing: "noData", name });
/** About nobody it has no value, but counts with other months. */
const ratioValue = (ratio: RatioParts, name: string): Measured => ({
  value: quotientOf(ratio) ?? { missing: "notGiven", name },
  facts: [],
  ratio,
});

const unitOf = ({ code, unit }: MeasuredInput): Unit => unit ?? measureNamed(code)?.unit ?? "decimal";

/** The month that an input is seen from, and within it the week. */
export interface Seen {
  book: Pick<MemberBook, "period">;
  segment?: Pick<PlanSegment, "period" | "length">;
}

/** The months of a longer period up to the one that is priced; none of a period that is no longer than a month. */
export function monthsUpTo(period: InputPeriod, { book }: Seen): Month[] {
  if (period === "week" || period === "month" || period === "previousMonth") return [];
  return monthsBetween(daysOf(periodFor(period, { book })).from, daysOf(book.period).to);
}

/** The months whose targets add up to that of a longer period: all of it, or those to date. */
export function monthsOfTarget(asked: InputPeriod, period: Month): Month[] {
  const book = { period };
  if (asked === "yearToDate") return monthsUpTo(asked, { book });
  if (asked !== "quarter" && asked !== "year") return [];
  const { from, to } = daysOf(periodFor(asked, { book }));
  return monthsBetween(from, to);
}

export function monthsBetween(from: string, to: string): Month[] {
  const months: Month[] = [];
  for (let month = monthOf(from); month <= monthOf(to); month = nextPeriod(month)) months.push(month);
  return months;
}

/**
 * The period that an input speaks of, seen from the month being priced: of weeks the one that is priced, and for what is paid by the month the
 * last that belongs to it.
 */
export function periodFor(period: InputPeriod, { book, segment }: Seen): Period {
  if (period === "week") return segment?.length === "week" ? segment.period : lastWeekOf(book.period);
  if (period === "month") return book.period;
  if (period === "previousMonth") return previousPeriod(book.period);
  const { from, to } = daysOf(book.period);
  return period === "yearToDate" ? periodOf(from, "year") : periodOf(to, period);
}

function lastWeekOf(month: Month): Period {
  const weeks = weeksIn(month);
  return weeks[weeks.length - 1] ?? month;
}
