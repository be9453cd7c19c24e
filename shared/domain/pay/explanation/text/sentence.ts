import { amountText } from "../../../moneyText";
import type { Language, Trace, TraceNode, TraceSource, TraceStep, TraceValue } from "../../types";
import { expressionText, isFixed } from "./formulaText";
import { functionName, nameOf, subjectName, tableName } from "./names";
import { zeroSentence } from "./zeroSentence";
import { poolClause } from "./poolText";
import { basisName, isCounted, stepsRead, weightText } from "./steps";
import {
  daysText,
  dayText,
  edgesOf,
  periodText,
  rateText,
  ratioText,
  rowRange,
  rowRate,
  valueText,
  yuanText,
} from "./valueText";
import { type Words, wordsOf } from "./words";

/** Names that the engine does not hold. */
export interface SentenceNames {
  customers?: Readonly<Record<string, string>>;
}

/**
 * How an amount came about, in one sentence: 「海岳机械 3月24日 签单 44,000.00 元，落在本月 10万到20万 档，按 1.5% 计，团队完成率 68%，团队系数 0.8，
 * 得 528.00 元。」 A line of 0 says why it pays nothing. Made of the same trace as the formula.
 */
export function sentenceOf(trace: Trace, language: Language, names: SentenceNames = {}): string {
  const words = wordsOf(language);
  const head = [...weekOf(trace, language), ...headOf(trace, language, words, names)];
  const why = zeroSentence(trace, language, words);
  if (why !== null) return sentence([...head, why], words);
  const clauses = trace.formula === null ? [] : clausesOf(trace.formula, { language, words, trace });
  const steps = stepsRead(trace).flatMap((step) => stepClause(step, { language, words, trace }));
  // A fixed amount needs no rate, only what it is for.
  const fixed = isFixed(trace) && steps.length === 0;
  const met =
    trace.condition === null || trace.conditionText === null || trace.reason.code === "settled.less"
      ? []
      : [words.condition(trace.conditionText[language])];
  const { component } = trace;
  const name = language === "en" ? (component.nameEn ?? component.name) : component.name;
  const amount = amountText(trace.amountFen);
  const end = fixed ? words.reward(name, amount) : words.gives(amount);
  return sentence([...head, ...met, ...(fixed ? [] : clauses), ...steps, end], words);
}

const sentence = (parts: readonly string[], words: Words): string => {
  const text = parts.join(words.between) + words.stop;
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** The week that it is of, and of that the days where a move has cut it. */
const weekOf = ({ week, days }: Trace, language: Language): string[] =>
  week === undefined ? [] : [periodText(week, language), ...(days === null ? [] : [daysText(days, language)])];

/** The fact that it is about; for a whole month the formula's own names say enough. */
function headOf(trace: Trace, language: Language, words: Words, names: SentenceNames): string[] {
  const { fact } = trace;
  if (fact === null) return [];
  const customer = fact.customerId === null ? "" : (names.customers?.[fact.customerId] ?? words.customer);
  const amount = fact.amountFen === null ? null : amountText(fact.amountFen);
  const day = dayText(fact.on, language);
  if (fact.net === undefined || amount === null) return [words.happened(fact.kind, customer, day, amount)];
  const [contract, refunded] = [amountText(fact.net.contractFen), amountText(fact.net.refundedFen)];
  return [words.happened(fact.kind, customer, day, contract), words.netted(refunded, amount)];
}

interface Telling {
  language: Language;
  words: Words;
  /** Where only one fact's part is told, its amount stands in the head already, and the tier is that of the month. */
  trace: Trace;
}

function clausesOf(node: TraceNode, telling: Telling): string[] {
  const { language, words } = telling;
  switch (node.node) {
    case "choice":
      return clausesOf(node.chosen, telling);
    case "leaf":
      return leafClause(node, telling);
    case "call":
      return callClauses(node, telling);
    case "operation": {
      const [left, right] = node.parts;
      if (left === undefined) return [];
      if (right === undefined) return [reckoned(node, telling)];
      // A sum inside a product is reckoned first and told as one value: its parts must not read as if they stood alone.
      const factors = (part: TraceNode) => (isSum(part) ? [reckoned(part, telling)] : clausesOf(part, telling));
      if (node.operator === "×") return [...factors(left), ...factors(right)];
      if (node.operator === "÷") return [...factors(left), words.over(plainValue(right, language))];
      const joint = node.operator === "+" ? words.plus : words.minus;
      return [
        `${plainly(left, telling)}${joint}${compound(right) ? reckoned(right, telling) : plainly(right, telling)}`,
      ];
    }
  }
}

const isSum = (node: TraceNode): boolean =>
  node.node === "operation" && (node.operator === "+" || node.operator === "−") && node.parts.length === 2;

/** A part of a formula with its numbers, and what it comes to: `20,000.00 − 5,000.00 = 15,000.00 元`. */
function reckoned(node: TraceNode, { language, words }: Telling): string {
  const value = valueText(node.value);
  return `${expressionText(node, language)} = ${node.value.unit === "money" ? words.yuan(value) : value}`;
}

const compound = (node: TraceNode): boolean => node.node === "operation";

/** In its own words, but for a plain amount, which is no rate here. */
function plainly(node: TraceNode, telling: Telling): string {
  const { words } = telling;
  if (node.node === "leaf" && node.source.kind === "constant") {
    const value = valueText(node.value);
    return node.value.unit === "money" ? words.yuan(value) : value;
  }
  return clausesOf(node, telling).join(words.between);
}

/** As the formula has it: what was cut to be read says so, since it does not compute. */
const multiplier = (value: TraceValue): string => (value.unit === "ratio" ? ratioText(value) : valueText(value));

function leafClause(node: TraceNode & { node: "leaf" }, { language, words, trace }: Telling): string[] {
  // The fact's own amount is what the sentence begins with.
  if (node.source.kind === "fact" && node.source.field === "amount") return [];
  const name = nameOf(node, language);
  const value = node.value.unit === "money" ? words.yuan(valueText(node.value)) : multiplier(node.value);
  if (node.source.kind === "constant") {
    return [
      node.value.unit === "ratio"
        ? words.atRate(rateText(node.value.decimal ?? "0"))
        : node.value.unit === "money"
          ? words.atRate(value)
          : words.times(value),
    ];
  }
  const { source } = node;
  // The week is named at the beginning.
  if (source.kind === "measure" && source.period !== trace.week)
    return [words.measured(name ?? "", value, whenOf(source, trace, language))];
  return [words.value(name ?? "", value)];
}

/** The days or the period that a measure is of; null: the whole month that is paid. */
function whenOf({ of, period }: TraceSource & { kind: "measure" }, { month, week, days }: Trace, language: Language) {
  if (period !== month || week !== undefined) return periodText(period, language);
  return days !== null && of === "member" ? daysText(days, language) : null;
}

function callClauses(node: TraceNode & { node: "call" }, telling: Telling): string[] {
  const { language, words, trace } = telling;
  const [subject] = node.parts;
  const { row } = node;
  if (node.name === "天数比例") return [words.days(node.value.fraction ?? "")];
  if (row === null) return [words.value(printed(node, language), valueText(node.value))];
  if (node.name === "查表" || subject === undefined) {
    const value = node.value.unit === "ratio" ? rateText(row.value) : valueText(node.value);
    return [words.looked(tableName(row, language), row.key ?? words.elsewhere, value)];
  }
  if (node.name === "系数") {
    const about = subjectName(subject, language);
    return [
      words.factor(about, valueText(subject.value, edgesOf(row)), tableName(row, language), valueText(node.value)),
    ];
  }
  const basis = node.name === "阶梯" ? clausesOf(subject, telling) : [];
  if (row.mode === "marginal" && row.parts.length > 1) {
    const parts = row.parts.map(({ amount, rate }) => words.marginalPart(yuanText(amount), rateText(rate)));
    return [...basis, words.marginal(parts.join(words.listed))];
  }
  if (row.interpolated !== undefined) return [...basis, words.inProportion(rowRange(row, language), rowRate(row))];
  const ofMonth = trace.factId !== null && trace.days === null && trace.week === undefined;
  const tier = ofMonth ? words.monthTier : words.tier;
  return [...basis, tier(rowRange(row, language), rateText(row.value))];
}

/** 最小, 四舍五入 …: by name, with the values that went in. */
function printed(node: TraceNode & { node: "call" }, language: Language): string {
  return `${functionName(node.name, language)}(${node.parts.map((part) => plainValue(part, language)).join(", ")})`;
}

const plainValue = (node: TraceNode, language: Language): string =>
  `${node.node === "leaf" ? `${nameOf(node, language) ?? ""} ` : ""}${valueText(node.value)}`.trim();

function stepClause(one: TraceStep, { language, words, trace }: Telling): string[] {
  const { step, fromFen, toFen, params } = one;
  switch (step) {
    case "split":
      return [words.share(rateText(String(params.share)))];
    case "round":
      return [words.rounded(amountText(toFen))];
    case "cap":
      return [words.cap(amountText(toFen))];
    case "floor":
      return [words.floor(amountText(toFen))];
    case "remainder":
      return [(params.of === undefined ? words.remainder : words.shareRest)(amountText(toFen - (fromFen ?? 0)))];
    case "pool":
      return [poolClause(one, language, words)];
    case "settled":
      return [words.settled(amountText((fromFen ?? 0) - toFen))];
    case "refund":
      return [words.refunded(amountText((fromFen ?? 0) - toFen))];
    case "allocation": {
      const { days, week } = trace;
      const when = days !== null ? daysText(days, language) : week ? periodText(week, language) : null;
      const part = isCounted(one) ? words.partCounted : words.part;
      const [line, basis] = [amountText(fromFen ?? 0), basisName(one, trace, language)];
      return [part(line, weightText(one, "weight"), weightText(one, "total"), basis, when)];
    }
    default:
      return [];
  }
}
