import { fenOfYuan } from "../../money";
import { daysOf, dayCount, lengthOf, type Month, previousPeriod } from "../../time";
import { indexOf, type RefundView } from "../facts/factIndex";
import { measureNamed } from "../facts/measures";
import { isMissing } from "../formula";
import { decimalText, type Exact, zero } from "../numbers/number";
import { type CompiledPlan, compilePlan } from "../plan/compile";
import type { PlanSegment } from "../plan/segments";
import { layerWanted } from "./inputs";
import type { InputSource, Named } from "./inputSource";
import { aYearBefore, measured, monthsBetween, monthsOfTarget, monthsUpTo, periodFor } from "./measured";
import type {
  GivenInput,
  GivenValue,
  LayerRule,
  MeasuredInput,
  MemberBook,
  Plan,
  PlanInput,
  Role,
  Subject,
} from "../types";

/** A result of a month other than the one that is priced, which its plans look at. */
export interface AskedMonth {
  plan: Plan;
  input: Named & MeasuredInput;
  month: Month;
  /** As the component that asks folds own facts. */
  role: Role;
  view: RefundView;
}

/** What a plan's formulas ask of other months when one is priced: those before in the quarter or year, and those that growth is held against. */
export function otherMonthsAsked(plan: Plan, period: Month): AskedMonth[] {
  if (!looksBeyond(plan)) return [];
  const compiled = compilePlan(plan);
  return compiled.components.flatMap(({ component, inputs }) => {
    const { credit: role = "owner", refund = "saleMonth" } = component;
    const view: RefundView = refund === "saleMonth" ? "net" : "gross";
    return inputs
      .flatMap((input) => measuredIn(input, compiled))
      .filter(({ kind }) => kind !== "target")
      .flatMap((input) => monthsFor(input, period).map((month) => ({ plan, input, month, role, view })));
  });
}

/** Hardly any plan does, and it is asked often. */
const looksBeyond = ({ inputs }: Plan): boolean =>
  inputs.some((input) => input.kind === "growth" || ("of" in input && input.period !== "month"));

/** An input that is measured, and those of a score. */
function measuredIn(input: PlanInput, { inputs }: CompiledPlan): (Named & MeasuredInput)[] {
  const all = input.kind === "score" ? input.items.flatMap((item) => inputs.get(item.input) ?? []) : [input];
  return all.filter((one): one is PlanInput & MeasuredInput => "of" in one);
}

function monthsFor({ kind, period: asked }: MeasuredInput, period: Month): Month[] {
  const seen = { book: { period } };
  const toDate = monthsUpTo(asked, seen).filter((month) => month !== period);
  const current = asked === "previousMonth" ? [previousPeriod(period)] : toDate;
  if (kind !== "growth") return current;
  if (asked === "yearToDate") return [...current, ...monthsUpTo(asked, seen).map(aYearBefore)];
  if (asked === "week") return current;
  const before = daysOf(previousPeriod(periodFor(asked, seen)));
  return [...current, ...monthsBetween(before.from, before.to)];
}

/** Of which other months targets are asked, and whose. */
export function otherTargetsAsked(plan: Plan, period: Month): { of: Subject; code: string; month: Month }[] {
  if (!looksBeyond(plan)) return [];
  const compiled = compilePlan(plan);
  const asked = compiled.components.flatMap(({ inputs }) => inputs.flatMap((input) => measuredIn(input, compiled)));
  return asked
    .filter(({ kind }) => kind === "attainment" || kind === "target")
    .flatMap(({ of, code, period: length }) =>
      (length === "previousMonth" ? [previousPeriod(period)] : monthsOfTarget(length, period))
        .filter((month) => month !== period)
        .map((month) => ({ of, code, month })),
    );
}

/** A layer that a plan's formulas ask about, and the month whose results make it. */
export interface AskedLayer {
  plan: Plan;
  code: string;
  rule: LayerRule;
  month: Month;
}

/** The layers that a plan makes by its own rule, of results of this month or the one before. */
export function layersAsked(plan: Plan, period: Month): AskedLayer[] {
  if (!plan.inputs.some((input) => input.kind === "layer" && input.rule !== undefined)) return [];
  const compiled = compilePlan(plan);
  const used = new Set(compiled.components.flatMap(({ inputs }) => inputs));
  return [...used].flatMap((input) => {
    if (input.kind !== "layer" || input.rule === undefined) return [];
    const { period: month } = layerWanted(input, { book: { period } });
    return lengthOf(month) === "month" ? [{ plan, code: input.code, rule: input.rule, month }] : [];
  });
}

/**
 * What own facts of another month come to, as it is given to the one that asks; null: it is nothing of own facts, or nobody has said it.
 * @param book of that other month
 */
export function givenOfMonth(
  asked: AskedMonth,
  book: Pick<MemberBook, "memberId" | "period" | "facts" | "referred">,
): GivenInput | null {
  const { role, view } = asked;
  const { code, filter, countBy, set, of } = asked.input;
  const definition = measureNamed(code);
  if (definition?.of === "days" || (definition?.of === "cohort" && definition.orders !== undefined)) return null;
  const { value, ratio } = measured({ ...asked.input, period: "month" }, sourceOf(book, asked));
  const said = isMissing(value) ? null : valueGiven(definition?.unit === "money", value);
  if (said === null && ratio === undefined) return null;
  return {
    ...{ kind: "measure", code, of, period: book.period, credited: { role, view }, value: said ?? { decimal: "0" } },
    ...(filter && { filter }),
    ...(countBy && { countBy }),
    ...(set !== undefined && { set }),
    ...(ratio && { ratio }),
  };
}

/** A ratio may have no end of decimals: its parts say it. More money than whole fen can say is nothing that can be given. */
function valueGiven(isMoney: boolean, value: Exact): GivenValue {
  if (!isMoney) return { decimal: decimalText(value) ?? "0" };
  const amountFen = fenOfYuan(value);
  return amountFen === null ? null : { fen: amountFen };
}

/** A month as one, whatever plans and teams it had. */
function sourceOf(known: Parameters<typeof givenOfMonth>[1], { plan, role, view }: AskedMonth): InputSource {
  const book: MemberBook = { ...known, state: "closed", given: [], calendar: { holidays: [], workdays: [] } };
  const month = daysOf(book.period);
  const days = dayCount(month);
  const segment: PlanSegment = {
    ...{ plan, teamId: null, units: {}, ...month, period: book.period, length: "month", periodSpan: month },
    label: { ...month, planCode: plan.code, planVersion: plan.version, teamId: null },
    ...{ cut: false, days, coveredDays: days, daysBefore: 0, periodDays: days },
  };
  return { book, index: indexOf(book), segment, role, view, inputs: new Map(), linesSum: () => zero };
}
