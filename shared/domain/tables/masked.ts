/*
 * What is told of a table is kept beside it for a while, and read by whoever looks at it. Phone numbers and the like are not for that: their
 * last digits say which one is meant, and the whole of them stands in the file.
 */

const shownDigits = 4;
/** Phones, identity cards, accounts; days and amounts are shorter. */
const longNumber = /\d{9,}[Xx]?/g;

/** A number with its last digits alone, however it is written. */
export function maskedNumber(text: string): string {
  let hidden = (text.match(/\p{Nd}/gu)?.length ?? 0) - shownDigits;
  return text.replace(/\p{Nd}/gu, (digit) => ((hidden -= 1) >= 0 ? "•" : digit));
}

/** A text with the last digits alone of every long number that stands in it. */
export const withoutLongNumbers = (text: string): string => text.replace(longNumber, maskedNumber);
