import { amountText } from "../../../moneyText";
import { fenOfTypedAmount } from "../../../typedAmount";
import { compilePlan, unitOfInput } from "../../plan/compile";
import { type FormulaNode, type Phrase, printEnglish, printInWords } from "../../formula";
import type { Component, Language, Plan, PlanExample, Tranche } from "../../types";
import { rateText } from "./valueText";

/** The formulas of a component as people read them; null where it has none. */
export type RuleText = Record<"amount" | "when" | "cap" | "floor", string | null>;

/**
 * In Chinese in the formula's standard form, with words for what a table gives; in English by the plan's English names, where it has them.
 * What is no valid formula (of a draft) stays as it is written.
 */
export function ruleText(plan: Plan, component: Component, language: Language): RuleText {
  const compiled = compilePlan(plan).components.find((one) => one.component.code === component.code);
  const said = (slot: keyof RuleText): string | null => {
    const node = compiled?.component[slot] === component[slot] ? compiled?.formulas[slot] : undefined;
    if (compiled === undefined || node === undefined) return component[slot] ?? null;
    return language === "en"
      ? printEnglish(node, compiled.englishNames)
      : printInWords(node, (call, print) => tableInWords(call, plan, print));
  };
  return { amount: said("amount"), when: said("when"), cap: said("cap"), floor: said("floor") };
}

/** 阶梯(个人业绩, 佣金阶梯) as people say it. */
function tableInWords(
  { name, args }: FormulaNode & { type: "call" },
  { tables }: Plan,
  print: (part: FormulaNode, within: number) => string,
): Phrase | null {
  const [subject, tableNode, target] = args;
  if (subject === undefined || tableNode?.type !== "name") return null;
  const table = tables.find((one) => one.name === tableNode.name);
  const title = `「${tableNode.name}」${target === undefined ? "" : `（各档乘以${print(target, product)}）`}`;
  if (name === "系数") return { text: `${title}里${print(subject, single)}对应的系数`, binding: single };
  if (name === "费率") return { text: `${title}里${print(subject, single)}到的那一档`, binding: single };
  if (name !== "阶梯") return null;
  return table && table.kind !== "lookup" && table.mode === "marginal"
    ? { text: `${print(subject, single)} 按${title}分段计算`, binding: sentence }
    : { text: `${print(subject, product)} × ${title}里到的那一档`, binding: product };
}

/** Bindings as of the formulas' own signs: ×, a single value, and weaker than any sign. */
const [product, single, sentence] = [6, 8, 0];

const kinds: Record<string, string> = {
  提成: "commission",
  奖金: "bonus",
  补贴: "allowance",
  奖励: "reward",
  底薪: "base pay",
  扣减: "deduction",
};

/** 提成, `commission`; a kind that a company has made up stays as it is. */
export const kindText = (kind: string, language: Language): string =>
  language === "en" ? (kinds[kind] ?? kind) : kind;

/** 次月5日, `the 5th of the next month`; of working days from a day of the sale, from which. */
export function dueText({ due, after }: Pick<Tranche, "due" | "after">, language: Language): string {
  if (language !== "en") return after === undefined ? due : `${after === "signedOn" ? "签约" : "确认"}后${due}`;
  const count = Number(/\d+/.exec(due)?.[0] ?? 0);
  if (due.startsWith("次月")) return `on the ${ordinal(count)} of the next month`;
  if (due === "立即") return "at once";
  const days = `within ${count} working ${count === 1 ? "day" : "days"}`;
  return after === undefined ? days : `${days} of the ${after === "signedOn" ? "signature" : "confirmation"}`;
}

function ordinal(day: number): string {
  const ending = day >= 11 && day <= 13 ? "th" : (["th", "st", "nd", "rd"][day % 10] ?? "th");
  return `${day}${ending}`;
}

/** A worked example in one line: what is given, and what each component then pays. */
export function exampleText(plan: Plan, { given, expect }: PlanExample, language: Language): string {
  // An example of a single fact gives its fields, which are no inputs of the plan.
  const known = compilePlan(plan).components;
  const inputs = Object.entries(given).map(([name, value]) => {
    const input = plan.inputs.find((one) => one.name === name);
    const isRatio = input !== undefined && unitOfInput(input) === "ratio" && /^-?\d+(\.\d+)?$/.test(value);
    const nameEn = known.map(({ englishNames }) => englishNames[name]).find((one) => one !== undefined);
    return `${nameIn({ name, nameEn }, language)} ${isRatio ? rateText(value) : sumText(value, language)}`;
  });
  const results = Object.entries(expect).map(([code, value]) => {
    const component = plan.components.find((one) => one.code === code);
    return `${nameIn(component ?? { name: code }, language)} ${sumText(value, language)}`;
  });
  return `${inputs.join(" · ")} → ${results.join(" · ")}`;
}

const nameIn = ({ name, nameEn }: { name: string; nameEn?: string | undefined }, language: Language): string =>
  language === "en" ? (nameEn ?? name) : name;

/** `50000元`, `50,000.00 CNY`; what is no amount stays as it is. */
function sumText(value: string, language: Language): string {
  const amountFen = value.endsWith("元") ? fenOfTypedAmount(value.replace(/^-/, "")) : null;
  if (language !== "en" || amountFen === null) return value;
  return `${amountText(value.startsWith("-") ? -amountFen : amountFen)} CNY`;
}
