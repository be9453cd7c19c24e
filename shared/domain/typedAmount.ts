import { type Fen, fenOfYuan, yuanOf } from "./money";
import { decimal, equals, times } from "./pay/numbers/number";

/** How many yuan one of the unit is. */
const units: Record<string, string> = { "": "1", 万: "10000", 亿: "100000000" };

/** Digits with or without thousands separators, at most 13 before the point; a point with or without digits around it. */
const sum = /^[¥￥]?(\d{1,13}|\d{1,3}(?:,\d{3}){1,4})?(?:\.(\d{0,10}))?(万|亿)?元?$/;

/** What may still become a sum while somebody types. */
const beginning =
  /^[¥￥]?(?:|(?:\d{1,13}|\d{1,3}(?:,\d{3}){1,4}|\d{1,3}(?:,\d{3}){0,3},\d{0,2})(?:\.\d{0,10})?[万亿]?元?|\.\d{0,10}[万亿]?元?)$/;

/** Full-width signs of Chinese keyboards are the same signs; spaces are none. */
const narrowed = (typed: string): string =>
  typed
    .replace(/[\s\u3000]/g, "")
    .replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replace(/[．。]/g, ".")
    .replace(/，/g, ",");

/**
 * The amount that a person means by what they typed: `12000`, `1,000.5`, `１２．５`, `10万` (100,000.00), `1.2亿`. Null where it is no
 * sum of whole fen: `-1`, `1e5`, `5k`, `12.345`, `，5`. Nothing is guessed.
 */
export function fenOfTypedAmount(typed: string): Fen | null {
  const match = sum.exec(narrowed(typed));
  if (!match) return null;
  const whole = (match[1] ?? "").replace(/,/g, "");
  const places = match[2] ?? "";
  if (whole === "" && places === "") return null;
  const yuan = times(decimal(`${whole || "0"}.${places || "0"}`), decimal(units[match[3] ?? ""] ?? "1"));
  const fen = fenOfYuan(yuan);
  // What would have to be rounded was not meant as an amount.
  return fen !== null && equals(yuanOf(fen), yuan) ? fen : null;
}

/** Whether what stands there can be an amount once it is typed to its end. */
export const mayBecomeAmount = (typed: string): boolean => beginning.test(narrowed(typed));
