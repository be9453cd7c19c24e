/*
 * Spreadsheet programs take a text that begins with one of these signs for a formula, and run it. Where a table goes out such a text gets
 * an apostrophe before it, which they show as text; where one comes in, it is taken off again.
 */

/** How a formula may begin, its full-width twins among them, behind however many apostrophes: one that is there already is not ours. */
const formula = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
/** What a cell may be read as by any program: −1,575.00 stays a number. */
const number = /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?$/;

const wouldRun = (text: string): boolean => formula.test(text) && !number.test(text);

/** A text as it goes into a table that people open. */
export const neutralised = (text: string): string => (wouldRun(text) ? `'${text}` : text);

/** The same text again. What nobody has neutralised stays as it is. */
export const restored = (text: string): string =>
  text.startsWith("'") && wouldRun(text.slice(1)) ? text.slice(1) : text;
