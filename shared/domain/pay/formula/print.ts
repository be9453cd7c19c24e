import { grouped } from "../../moneyText";
import { shortText } from "../numbers/number";
import { aliasOf, type FunctionName } from "./functions";
import type { FormulaNode } from "./ast";

/** How strongly each kind of node binds; a weaker one inside a stronger one stands in parentheses. */
export function bindingOf(node: FormulaNode): number {
  switch (node.type) {
    case "logic":
      return node.sign === "或" ? 1 : 2;
    case "not":
      return 3;
    case "comparison":
      return 4;
    case "arithmetic":
      return node.sign === "+" || node.sign === "−" ? 5 : 6;
    case "negative":
      return 7;
    default:
      return 8;
  }
}

/** How names, numbers and words are written. */
export interface PrintStyle {
  name(name: string): string;
  number(node: FormulaNode & { type: "number" }): string;
  call(name: FunctionName): string;
  days: string;
  and: string;
  or: string;
  not: string;
  /** What a call is read as in place of its name and arguments; null: as it is written. */
  inWords?(call: FormulaNode & { type: "call" }, print: (part: FormulaNode, within: number) => string): Phrase | null;
}

/** Words for a part of a formula, and how strongly they hold together. */
export interface Phrase {
  text: string;
  binding: number;
}

const chinese: PrintStyle = {
  name: (name) => name,
  number: (node) => node.text,
  call: (name) => name,
  days: "天数比例",
  and: "且",
  or: "或",
  not: "非",
};

/** The formula in its one standard form: Chinese names, full signs, no more parentheses than needed. It parses to the same tree. */
export const printFormula = (node: FormulaNode): string => printed(node, chinese);

/** The same for readers of English, with the English names that the plan has; amounts in figures. */
export function printEnglish(node: FormulaNode, englishNames: Readonly<Record<string, string>>): string {
  return printed(node, {
    name: (name) => (Object.prototype.hasOwnProperty.call(englishNames, name) ? (englishNames[name] ?? name) : name),
    number: (number) => {
      if (number.unit === "ratio") return number.text;
      return `${grouped(shortText(number.value, 20))}${number.unit === "money" ? " CNY" : ""}`;
    },
    call: aliasOf,
    days: aliasOf("天数比例"),
    and: "and",
    or: "or",
    not: "not",
  });
}

/** The standard form with words for calls, where there are some. */
export const printInWords = (node: FormulaNode, inWords: NonNullable<PrintStyle["inWords"]>): string =>
  printed(node, { ...chinese, inWords });

const phraseOf = (node: FormulaNode, style: PrintStyle): Phrase | null =>
  node.type === "call" ? (style.inWords?.(node, (part, within) => inside(part, within, style)) ?? null) : null;

function printed(node: FormulaNode, style: PrintStyle): string {
  return phraseOf(node, style)?.text ?? written(node, style);
}

function written(node: FormulaNode, style: PrintStyle): string {
  switch (node.type) {
    case "number":
      return style.number(node);
    case "name":
      return style.name(node.name);
    case "segmentShare":
      return style.days;
    case "negative":
      return `−${inside(node.of, 7, style)}`;
    case "not":
      return `${style.not} ${inside(node.of, 4, style)}`;
    case "call":
      return `${style.call(node.name)}(${node.args.map((arg) => printed(arg, style)).join(", ")})`;
    default: {
      const binding = bindingOf(node);
      const sign = node.sign === "且" ? style.and : node.sign === "或" ? style.or : node.sign;
      // The right side of a sign needs parentheses already where it binds alike: a − (b − c). Comparisons need them on both sides.
      const left = inside(node.left, node.type === "comparison" ? binding + 1 : binding, style);
      return `${left} ${sign} ${inside(node.right, binding + 1, style)}`;
    }
  }
}

function inside(node: FormulaNode, binding: number, style: PrintStyle): string {
  const phrase = phraseOf(node, style);
  const text = phrase?.text ?? written(node, style);
  return (phrase?.binding ?? bindingOf(node)) < binding ? `(${text})` : text;
}
