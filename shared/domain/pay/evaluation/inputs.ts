import { roundToFen, yuanOf } from "../../money";
import { daysOf, type Period, periodOf, previousPeriod } from "../../time";
import { dayPowerOf, isOfOwnDays } from "../plan/dayPower";
import { type FactIndex, pricedOn, type RefundView } from "../facts/factIndex";
import { isMissing, type MissingWhy, type Quantity } from "../formula";
import { growthOf } from "../facts/growth";
import { factsOf, foldMeasure, type FoldRequest, measureNamed } from "../facts/measures";
import { decimal, divide, type Exact, exactOfInt, one, ratioOf, signOfExact, times } from "../numbers/number";
import { weightedScore } from "../plan/score";
import { ownsDay, type PlanSegment } from "../plan/segments";
import { isUnitLevel } from "../plan/unitLevels";
import type {
  MemberBook,
  Fact,
  FactFilter,
  GivenInput,
  InputPeriod,
  MeasuredInput,
  PlanInput,
  ScoreRule,
  Role,
  Subject,
} from "../types";

/** Where the inputs of one segment get their values: own facts, the book's given inputs, lines already priced. */
export interface InputSource {
  book: MemberBook;
  index: FactIndex;
  segment: PlanSegment;
  /** In which role facts count, and whether refunds are taken off: both are the component's. */
  role: Role;
  view: RefundView;
  /** The plan's inputs by name, for scores. */
  inputs: ReadonlyMap<string, PlanInput>;
  /** Sum of the named components' lines in this segment. */
  linesSum(components: readonly string[]): Exact;
}

/** What a first order must come to for a new customer to qualify, unless the company says otherwise. */
const qualifyingUsualFen = 1_000_000;

const missing = (why: MissingWhy, name: string): Quantity => ({ missing: why, name });

/** The value of an input; where it has none, why. */
export function resolveInput(input: PlanInput, source: InputSource): Quantity {
  switch (input.kind) {
    case "measure":
      return measureValue(input.code, input.of, input.period, input.filter, input.name, source);
    case "target":
      return targetValue(input.code, input.of, input.period, input.name, source);
    case "attainment":
      return attainmentValue(input, source);
    case "growth":
      return growthValue(input, source);
    case "param":
      return paramValue(input.code, input.name, source);
    case "layer":
      return givenValue(
        find("layer", input.code, "member", periodFor(input.period, source), undefined, source),
        input.name,
      );
    case "lines":
      return source.linesSum(input.components);
    case "score":
      return scoreValue(input, source);
  }
}

function measureValue(
  code: string,
  of: Subject,
  period: InputPeriod,
  filter: FactFilter | undefined,
  name: string,
  source: InputSource,
): Quantity {
  const request = of === "member" ? foldRequest(code, period, filter, source) : null;
  if (request !== null) return foldMeasure(request, source.index);
  return givenValue(find("measure", code, of, periodFor(period, source), filter, source), name);
}

/** How to fold own facts for a measure; null where it is imported or reaches beyond the book's month. */
export function foldRequest(
  code: string,
  period: InputPeriod,
  filter: FactFilter | undefined,
  source: InputSource,
): FoldRequest | null {
  const measure = measureNamed(code);
  if (measure === null || !isOfOwnDays({ code, of: "member", period })) return null;
  const { segment, role, view, index } = source;
  return {
    measure,
    days: segment.month,
    role,
    view,
    filter,
    qualifyingFen: qualifyingFen(source),
    owns: (fact: Fact) => ownsDay(segment, pricedOn(fact, index)),
  };
}

/** The facts behind a measure of the member, for allocation and for the trace. */
export function factsBehind(input: PlanInput, source: InputSource): Fact[] {
  if (input.kind !== "measure" && input.kind !== "attainment") return [];
  const request = input.of === "member" ? foldRequest(input.code, input.period, input.filter, source) : null;
  return request === null ? [] : factsOf(request, source.index);
}

export function targetValue(
  code: string,
  of: Subject,
  period: InputPeriod,
  name: string,
  source: InputSource,
): Quantity {
  const target = givenValue(find("target", code, of, periodFor(period, source), undefined, source), name, "noTarget");
  const { segment } = source;
  if (isMissing(target) || !segment.cut || !isOfOwnDays({ code, of, period })) return target;
  // A move inside the month: each segment has its calendar days' part, rounded as a target that was set; the parts add up to it.
  const { days, daysBefore, coveredDays } = segment;
  const upTo = (count: number): Exact => times(target, ratioOf(count, coveredDays) ?? one);
  if (measureNamed(code)?.unit !== "money") return upTo(days);
  return yuanOf(roundToFen(upTo(daysBefore + days)) - roundToFen(upTo(daysBefore)));
}

/** The two numbers of an attainment. */
export function attainmentParts(
  input: PlanInput & MeasuredInput,
  source: InputSource,
): { actual: Quantity; target: Quantity } {
  return {
    actual: measureValue(input.code, input.of, input.period, input.filter, input.name, source),
    target: targetValue(input.code, input.of, input.period, input.name, source),
  };
}

function attainmentValue(input: PlanInput & MeasuredInput, source: InputSource): Quantity {
  const { actual, target } = attainmentParts(input, source);
  if (isMissing(target)) return missing(target.missing === "notGiven" ? "noTarget" : target.missing, input.name);
  if (isMissing(actual)) return actual;
  return signOfExact(target) === 0
    ? missing("noTarget", input.name)
    : (divide(actual, target) ?? missing("noTarget", input.name));
}

function growthValue(input: PlanInput & MeasuredInput, source: InputSource): Quantity {
  const found = measureValue(input.code, input.of, input.period, input.filter, input.name, source);
  const current = asOfWholeMonth(found, isOfOwnDays(input), source);
  if (isMissing(current)) return current;
  const before = previousPeriod(periodFor(input.period, source));
  const previous = givenValue(find("measure", input.code, input.of, before, input.filter, source), input.name);
  if (isMissing(previous)) return previous;
  return growthOf(previous, current) ?? missing("divisionByZero", input.name);
}

function paramValue(code: string, name: string, source: InputSource): Quantity {
  for (const subject of ["member", "team", "branch", "company"] as const) {
    const given = find("param", code, subject, source.book.period, undefined, source);
    if (given !== null) return givenValue(given, name);
  }
  return missing("notGiven", name);
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
        : asOfWholeMonth(resolveInput(part, source), dayPowerOf(part) === 1, source);
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

/** A sum over a segment's days as what it would be in a whole month, where it is held against one; any other value as it is. */
function asOfWholeMonth(value: Quantity, isSumOfDays: boolean, { segment }: InputSource): Quantity {
  if (isMissing(value) || !isSumOfDays) return value;
  return divide(value, segmentShareOf(segment)) ?? value;
}

function qualifyingFen({ book }: InputSource): number {
  const given = book.given.find((one) => one.kind === "param" && one.code === "newCustomer.minimum")?.value;
  return given !== null && given !== undefined && "fen" in given ? given.fen : qualifyingUsualFen;
}

/** The period that an input speaks of, seen from the month being priced. */
export function periodFor(period: InputPeriod, { book }: Pick<InputSource, "book">): Period {
  if (period === "month") return book.period;
  if (period === "previousMonth") return previousPeriod(book.period);
  const { from, to } = daysOf(book.period);
  return period === "yearToDate" ? periodOf(from, "year") : periodOf(to, period);
}

function find(
  kind: GivenInput["kind"],
  code: string,
  of: Subject,
  period: Period,
  filter: FactFilter | undefined,
  { book, segment }: InputSource,
): GivenInput | null {
  const fits = book.given.filter(
    (given) =>
      given.kind === kind &&
      given.code === code &&
      given.of === of &&
      given.period === period &&
      isOwnUnit(given, segment) &&
      sameFilter(given.filter, filter),
  );
  // One that names the unit says more than one that does not.
  return fits.find((given) => given.unitId !== undefined) ?? fits[0] ?? null;
}

/** Whether a given value is that of the segment's own unit of its level, or of whichever unit that is. */
function isOwnUnit({ of, unitId }: GivenInput, { units, teamId }: PlanSegment): boolean {
  if (unitId === undefined || !isUnitLevel(of)) return true;
  const own = units[of];
  // Assignments of older versions name no units, but the team.
  return own === undefined ? of !== "team" || unitId === teamId : unitId === own;
}

function sameFilter(a: FactFilter = {}, b: FactFilter = {}): boolean {
  return (
    a.stream === b.stream &&
    a.origin === b.origin &&
    a.customerClass === b.customerClass &&
    a.qualifying === b.qualifying &&
    a.newCustomer === b.newCustomer &&
    a.stage === b.stage
  );
}

function givenValue(given: GivenInput | null, name: string, why: MissingWhy = "notGiven"): Quantity {
  if (given === null) return missing(why, name);
  if (given.value === null) return missing(why === "noTarget" ? why : "noData", name);
  return "fen" in given.value ? yuanOf(given.value.fen) : decimal(given.value.decimal);
}

/** Days of the segment ÷ days of all segments that the month is cut into; 1 where it is not cut. */
export const segmentShareOf = ({ cut, days, coveredDays }: PlanSegment): Exact =>
  cut ? (ratioOf(days, coveredDays) ?? one) : one;

/** Days of the segment ÷ days of the month. */
export const dayShareOf = (segment: PlanSegment): Exact => ratioOf(segment.days, segment.monthDays) ?? exactOfInt(0);
