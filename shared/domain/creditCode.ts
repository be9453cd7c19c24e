/*
 * 统一社会信用代码: what every company in China is registered under, 18 characters of which the last one checks the others (GB 32100-2015).
 */

/** Without I, O, S, V and Z, which are read as digits. */
const signs = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** As it is kept, however it was typed: width, case, spaces and hyphens make no difference. */
const written = (typed: string): string => typed.normalize("NFKC").toUpperCase().replace(/[\s-]/g, "");

/** The code that was typed, as it is kept; null where it is none: another length, a letter that it never has, or a slip that its last character shows. */
export function creditCodeOf(typed: string): string | null {
  const code = written(typed);
  const values = Array.from(code, (sign) => signs.indexOf(sign));
  if (values.length !== weights.length + 1 || values.includes(-1)) return null;
  const sum = weights.reduce((total, weight, at) => total + weight * (values[at] ?? 0), 0);
  return values.at(-1) === (signs.length - (sum % signs.length)) % signs.length ? code : null;
}
