import { FormulaError } from "./formulaError";
import type { Place } from "./ast";

export type Token = Place &
  (
    | { kind: "number"; digits: string; suffix: string; text: string }
    | { kind: "name"; text: string }
    | { kind: "sign"; text: string }
    | { kind: "end"; text: "" }
  );

/** Written differently, meant alike: full-width and typewriter signs. */
const signs: Record<string, string> = {
  "+": "+",
  "＋": "+",
  "-": "−",
  "−": "−",
  "－": "−",
  "–": "−",
  "*": "×",
  "×": "×",
  "＊": "×",
  "/": "÷",
  "÷": "÷",
  "／": "÷",
  "(": "(",
  "（": "(",
  ")": ")",
  "）": ")",
  ",": ",",
  "，": ",",
  "<": "<",
  "＜": "<",
  ">": ">",
  "＞": ">",
  "=": "=",
  "＝": "=",
  "≤": "≤",
  "≥": "≥",
  "≠": "≠",
  "<=": "≤",
  ">=": "≥",
  "!=": "≠",
  "<>": "≠",
  "==": "=",
};

/** Words that follow a number and belong to it. */
export const numberSuffixes = ["%", "％", "元", "万元", "亿元", "万", "亿"];

const space = /[\s\u3000]/;
const digit = /[0-9０-９]/;
const point = /[.．]/;
// Latin and Chinese letters, digits, underscore. × (D7) and ÷ (F7) lie between Latin letters and are signs.
const letter = /[A-Za-z_0-9０-９\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u3007\u3400-\u4DBF\u4E00-\u9FFF]/;

const halfWidth = (text: string): string =>
  text.replace(/[０-９．]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0));

/** Cuts a text into tokens; every character that is no space belongs to one. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const token = space.test(text.charAt(at)) ? null : tokenAt(text, at);
    if (token) tokens.push(token);
    at = token ? token.to : at + 1;
  }
  tokens.push({ kind: "end", text: "", from: text.length, to: text.length });
  return tokens;
}

function tokenAt(text: string, from: number): Token {
  const char = text.charAt(from);
  if (digit.test(char) || (point.test(char) && digit.test(text.charAt(from + 1)))) return numberAt(text, from);
  if (letter.test(char))
    return { kind: "name", text: text.slice(from, endOfWord(text, from)), from, to: endOfWord(text, from) };
  for (const length of [2, 1]) {
    const written = text.slice(from, from + length);
    const sign = Object.prototype.hasOwnProperty.call(signs, written) ? signs[written] : undefined;
    if (sign !== undefined) return { kind: "sign", text: sign, from, to: from + written.length };
  }
  throw new FormulaError("UNEXPECTED_CHARACTER", `公式里不能用「${char}」`, from, from + 1);
}

/** A number with its unit; a word that begins with digits and is no unit, such as 2024销售额, is a name. */
function numberAt(text: string, from: number): Token {
  let to = from;
  while (digit.test(text.charAt(to))) to += 1;
  if (point.test(text.charAt(to)) && digit.test(text.charAt(to + 1))) {
    to += 1;
    while (digit.test(text.charAt(to))) to += 1;
  }
  const digits = halfWidth(text.slice(from, to)).replace(/^\./, "0.");
  let next = to;
  while (next < text.length && space.test(text.charAt(next))) next += 1;
  const suffixEnd = /[%％]/.test(text.charAt(next)) ? next + 1 : endOfWord(text, next);
  const suffix = text.slice(next, suffixEnd);
  if (numberSuffixes.includes(suffix)) {
    return { kind: "number", digits, suffix, text: text.slice(from, suffixEnd), from, to: suffixEnd };
  }
  if (suffix !== "" && next === to && !digits.includes(".")) {
    return { kind: "name", text: text.slice(from, suffixEnd), from, to: suffixEnd };
  }
  return { kind: "number", digits, suffix: "", text: text.slice(from, to), from, to };
}

function endOfWord(text: string, from: number): number {
  let to = from;
  while (to < text.length && letter.test(text.charAt(to))) to += 1;
  return to;
}
