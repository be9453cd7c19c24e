import { amountText, minusSign } from "../../../moneyText";
import { functionName, nameOf, sourceSentence, subjectName, tableName } from "./names";
import type { FormulaPart, Language, Trace, TraceNode, TraceRow, TraceSource, TraceStep } from "../../types";
import { compare, decimal, exactOfFraction, isZero, zero } from "../../numbers/number";
import { edgesOf, rateText, ratioText, rowRange, rowRate, trueText, valueText, yuanText } from "./valueText";
import { poolWeight, weightName } from "./poolText";
import { basisName, isCounted, stepsRead, weightText } from "./steps";
import { type Words, wordsOf } from "./words";

/** Binding of a rendered piece: what it needs parentheses inside of. */
interface Rendered {
  parts: FormulaPart[];
  binding: number;
}

/** What an amount becomes is told of all that stands before it. */
const arrow = 1;
const additive = 5;
const multiplicative = 6;
const atom = 8;

/** Whether the formula is nothing but an amount that the plan names. */
export const isFixed = ({ formula }: Trace): boolean => formula?.node === "leaf" && formula.source.kind === "constant";

/** A part of a formula with its numbers, as text. */
export const expressionText = (node: TraceNode, language: Language): string =>
  render(node, language, wordsOf(language))
    .parts.map((part) => part.text)
    .join("");

/**
 * The formula with its numbers filled in, as pieces to tap on: `184,000.00 × 1.5% × 0.8 = 2,208.00`. Made of the same trace as the sentence.
 */
export function formulaOf(trace: Trace, language: Language): FormulaPart[] {
  const words = wordsOf(language);
  const result = valuePart(amountText(trace.amountFen), null, null, null);
  const equals = [...(roundedFrom(trace) ?? [sign(" = ")]), result];
  const read = stepsRead(trace);
  const told = { trace, language, words };
  const steps = read.flatMap((step) => stepParts(step, told));
  if (trace.formula === null) return steps.length > 0 ? [...steps, ...equals] : [result];
  if (isFixed(trace) && steps.length === 0) return render(trace.formula, language, words).parts;
  const formula = render(trace.formula, language, words);
  // What has no value is no 0; the line is 0 because of that.
  if (trace.formula.value.fraction === null || trace.reason.code === "tooLarge")
    return [...formula.parts, sign(" = — → "), result];
  const whole = read.reduce((before, step) => afterStep(before, step, told), formula);
  return [...whole.parts, ...equals];
}

/** ` = 0.0002 → `: what a part that is nothing was rounded from. */
function roundedFrom({ roundedFrom: fraction }: Trace): FormulaPart[] | null {
  const exact = fraction === undefined ? null : exactOfFraction(fraction);
  if (exact === null || isZero(exact)) return null;
  const text = trueText(exact, 4, [zero]);
  const isExact = compare(decimal(text), exact) === 0;
  return [sign(isExact ? " = " : " ≈ "), valuePart(text, null, null, null), sign(" → ")];
}

/** A part of what came before it is a part of all of it. */
function afterStep(before: Rendered, step: TraceStep, told: Told): Rendered {
  const parts = stepParts(step, told);
  if (step.step === "split") return { parts: [...enclosed(before, multiplicative), ...parts], binding: multiplicative };
  const isSum = step.step === "refund" || step.step === "remainder" || step.step === "settled";
  return { parts: [...before.parts, ...parts], binding: isSum ? additive : parts.length > 0 ? arrow : before.binding };
}

/** The same as plain text. */
export const formulaText = (trace: Trace, language: Language): string =>
  formulaOf(trace, language)
    .map((part) => part.text)
    .join("");

interface Told {
  trace: Trace;
  language: Language;
  words: Words;
}

function stepParts(one: TraceStep, { trace, language, words }: Told): FormulaPart[] {
  const { step, fromFen, toFen, params } = one;
  const { labels, source } = words;
  switch (step) {
    case "split":
      return [sign(" × "), valuePart(rateText(String(params.share)), labels.share, source.share, null)];
    case "round":
      return [sign(" → "), valuePart(amountText(toFen), labels.round, source.rounded, null)];
    case "cap":
      return [sign(" → "), valuePart(amountText(toFen), labels.cap, source.constant, null)];
    case "floor":
      return [sign(" → "), valuePart(amountText(toFen), labels.floor, source.constant, null)];
    case "stacking":
    case "later":
      return [sign(" → "), valuePart(amountText(toFen), null, null, null)];
    case "remainder": {
      const moreFen = toFen - (fromFen ?? 0);
      return [
        sign(moreFen < 0 ? ` ${minusSign} ` : " + "),
        valuePart(
          amountText(Math.abs(moreFen)),
          labels.remainder,
          params.of === undefined ? source.remainder : source.shareRest,
          null,
        ),
      ];
    }
    case "pool":
      return poolParts(one, language, words);
    case "settled": {
      const settledFen = (fromFen ?? 0) - toFen;
      return [
        sign(settledFen < 0 ? " + " : ` ${minusSign} `),
        valuePart(amountText(Math.abs(settledFen)), labels.settled, source.settled, null),
      ];
    }
    case "refund":
      return [sign(` ${minusSign} `), valuePart(amountText((fromFen ?? 0) - toFen), labels.refund, null, null)];
    case "allocation": {
      const basis = basisName(one, trace, language);
      const [weight, total] = [weightText(one, "weight"), weightText(one, "total")];
      return [
        valuePart(amountText(fromFen ?? 0), labels.line, null, null),
        sign(" × "),
        valuePart(weight, isCounted(one) ? basis : labels.contract, source.basis(basis), null),
        sign(" ÷ "),
        valuePart(total, basis, null, null),
      ];
    }
    default:
      return [];
  }
}

/** Where everybody gets the same amount there is nothing to reckon. */
function poolParts({ fromFen, params }: TraceStep, language: Language, words: Words): FormulaPart[] {
  if (params.by === "each") return [];
  const { labels, source } = words;
  const total = valuePart(
    poolWeight(params, "total"),
    params.by === "equal" ? labels.heads : weightName(params, language, words),
    null,
    null,
  );
  const weight = [sign(" × "), valuePart(poolWeight(params, "weight"), labels.share, null, null)];
  return [
    valuePart(amountText(fromFen ?? 0), labels.pool, source.pool, null),
    ...(params.by === "equal" ? [] : weight),
    sign(" ÷ "),
    total,
  ];
}

function render(node: TraceNode, language: Language, words: Words): Rendered {
  switch (node.node) {
    case "leaf":
      return leaf(node, language, words);
    case "choice":
      return render(node.chosen, language, words);
    case "operation":
      return operation(node, language, words);
    case "call":
      return call(node, language, words);
  }
}

function leaf(node: TraceNode & { node: "leaf" }, language: Language, words: Words): Rendered {
  const name = nameOf(node, language);
  const text = node.value.unit === "ratio" ? ratioText(node.value) : valueText(node.value);
  const label = name ?? (node.value.unit === "money" ? words.labels.reward : words.labels.rate);
  return single(
    valuePart(text, labelOfFact(node.source, label, words), sourceSentence(node.source, label, language), node.source),
  );
}

/** An amount by what it is of; where something came back of it, what counts. */
function labelOfFact(source: TraceSource, label: string, { labels }: Words): string {
  if (source.kind !== "fact" || source.field !== "amount") return label;
  if (source.net) return labels.net;
  if (source.of === "newCustomer") return labels.firstOrder;
  if (source.of === "collection") return labels.collected;
  return source.of === "cashRefund" ? labels.paidBack : labels.contract;
}

function operation(node: TraceNode & { node: "operation" }, language: Language, words: Words): Rendered {
  const [left, right] = node.parts;
  if (left === undefined) return single(sign("—"));
  if (right === undefined)
    return { parts: [sign(node.operator), ...enclosed(render(left, language, words), atom)], binding: 7 };
  const binding =
    node.operator === "×" || node.operator === "÷"
      ? multiplicative
      : node.operator === "+" || node.operator === "−"
        ? additive
        : 4;
  const parts = [
    ...enclosed(render(left, language, words), binding),
    sign(` ${node.operator} `),
    ...enclosed(render(right, language, words), node.operator === "×" || node.operator === "+" ? binding : binding + 1),
  ];
  return { parts, binding };
}

function call(node: TraceNode & { node: "call" }, language: Language, words: Words): Rendered {
  const [subject] = node.parts;
  const { row } = node;
  if (row !== null && subject !== undefined && node.name === "阶梯") {
    if (row.mode === "marginal") return marginal(node, row, subject, language, words);
    const amount = render(subject, language, words);
    return {
      parts: [
        ...enclosed(amount, multiplicative),
        sign(" × "),
        rowPart(row, rowRate(row), words.labels.tier, language, words),
      ],
      binding: multiplicative,
    };
  }
  if (row !== null && node.name === "费率")
    return single(rowPart(row, ratioText(node.value), words.labels.tier, language, words));
  if (row !== null && node.name === "系数" && subject !== undefined) {
    const label = `${subjectName(subject, language)} ${valueText(subject.value, edgesOf(row))}`.trim();
    const factor = rowPart(row, valueText(node.value), label, language, words);
    if (subject.node !== "leaf") return single(factor);
    // What it depends on is what a person asks about; the row says what follows from it.
    const about = sourceSentence(subject.source, subjectName(subject, language), language);
    const source = [about, factor.source].filter((one) => one !== null).join(words.stop);
    return single({ ...factor, source, ref: subject.source });
  }
  if (row !== null)
    return single(
      rowPart(
        row,
        node.value.unit === "ratio" ? rateText(row.value) : valueText(node.value),
        row.table,
        language,
        words,
      ),
    );
  return node.value.fraction === null ? single(sign("—")) : named(node, language, words);
}

/** Each row's own part, as a sum. */
function marginal(node: TraceNode, row: TraceRow, subject: TraceNode, language: Language, words: Words): Rendered {
  const source = words.source.row(tableName(row, language), rowRange(row, language), rateText(row.value));
  if (row.parts.length === 0) return single(valuePart(valueText(node.value), words.labels.tier, source, null));
  const parts = row.parts.flatMap(({ amount, rate }, at): FormulaPart[] => [
    ...(at === 0 ? [] : [sign(" + ")]),
    valuePart(
      yuanText(amount),
      subjectName(subject, language),
      source,
      subject.node === "leaf" ? subject.source : null,
    ),
    sign(" × "),
    valuePart(rateText(rate), words.labels.tier, source, null),
  ]);
  return { parts, binding: row.parts.length > 1 ? additive : multiplicative };
}

/** A function by its name, with its arguments filled in; without arguments its value, as the fraction that it is. */
function named(node: TraceNode & { node: "call" }, language: Language, words: Words): Rendered {
  const name = functionName(node.name, language);
  if (node.parts.length === 0) {
    const value = valuePart(node.value.fraction ?? "—", name, null, null);
    return { parts: [value], binding: node.value.fraction?.includes("/") ? multiplicative : atom };
  }
  const args = node.parts.flatMap((part, at) => [
    ...(at === 0 ? [] : [sign(", ")]),
    ...render(part, language, words).parts,
  ]);
  return { parts: [sign(`${name}(`), ...args, sign(")")], binding: atom };
}

function rowPart(row: TraceRow, text: string, label: string, language: Language, words: Words): FormulaPart {
  const say = row.interpolated === undefined ? words.source.row : words.source.between;
  const source = say(tableName(row, language), rowRange(row, language), text);
  return valuePart(text, label, source, { kind: "constant" });
}

const sign = (text: string): FormulaPart => ({ text, label: null, source: null, ref: null });

const valuePart = (
  text: string,
  label: string | null,
  source: string | null,
  ref: TraceSource | null,
): FormulaPart => ({
  text,
  label,
  source,
  ref,
});

const single = (part: FormulaPart): Rendered => ({ parts: [part], binding: atom });

function enclosed({ parts, binding }: Rendered, outside: number): FormulaPart[] {
  return binding < outside ? [sign("("), ...parts, sign(")")] : parts;
}
