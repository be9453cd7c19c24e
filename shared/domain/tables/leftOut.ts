import { type Cell, isBlank, isNumber, type TableRow, textOf, trimmed } from "./cell";
import { columnOf } from "./record";
import { headingForm, rowText, type TableLayout } from "./layout";
import type { Purpose } from "./purposes";
import { comparedName } from "./texts";
import type { TableAnswers } from "./world";

const totals = /^(?:合计|总计|共计|总和|累计|本页合计|合\s*计|total|grandtotal)(?![\u4E00-\u9FFF])/i;
const subtotal = /(?:小计|subtotal)[：:]?$/i;
const signature = /(?:制表|复核|审核|批准|审批|签字|经办|填表|制单)(?:人)?\s*[：:]/;
const noCheckIn = /^(?:未打卡|缺卡|无打卡|漏打卡)$/;
const example = /^(?:示例|例如|例|样例|示范|example)\s*[：:]/i;

const isWords = (cell: Cell | undefined): cell is string => typeof cell === "string" && trimmed(cell) !== "";

/** The same on every page of a printed list: without its number and day. */
const withoutDigits = (text: string): string => text.replace(/[\d\s.\-/:]+/g, "");

/** Why a row is none of the purpose: a blank, a total, a heading once more; null where it is to be read. */
export function leftOutWhy(row: TableRow, layout: TableLayout, purpose: Purpose, answers: TableAnswers): string | null {
  if (row.cells.every(isBlank)) return "blank";
  if (isHeading(row, layout)) return "repeated_heading";
  const text = rowText(row);
  if (withoutDigits(text) !== "" && layout.preamble.some((line) => withoutDigits(line) === withoutDigits(text))) {
    return "page_heading";
  }
  return sumWhy(row, layout, purpose) ?? sortWhy(row, layout, purpose, answers);
}

function isHeading(row: TableRow, layout: TableLayout): boolean {
  const known = layout.columns.filter((column) => column.column);
  const same = known.filter((column) => headingForm(textOf(row.cells[column.index])) === headingForm(column.leaf));
  return same.length >= 2 && same.length > known.length / 2;
}

/** Sums and signatures stand in rows whose own name is missing. */
function sumWhy(row: TableRow, layout: TableLayout, purpose: Purpose): string | null {
  const words = row.cells.filter(isWords);
  const [first = ""] = words.map((cell) => trimmed(cell));
  const mark = /^\*+$/.exec(first);
  if (mark) return first.length > 1 ? "totals" : "subtotal";
  if (words.some((cell) => signature.test(cell)) && !row.cells.some(isNumber)) return "signature";
  const sum = words.map((cell) => trimmed(cell)).find((cell) => totals.test(comparedName(cell)) || subtotal.test(cell));
  if (sum === undefined) return null;
  const names = purpose.named.map((field) => columnOf(layout, field)).filter((column) => column !== undefined);
  const others = names.some((column) => {
    const cell = row.cells[column.index];
    return !isBlank(cell) && trimmed(textOf(cell)) !== sum;
  });
  if (others) return null;
  return subtotal.test(sum) ? "subtotal" : "totals";
}

/** A row of another kind, by its type, status, or the words that stand for no value. */
function sortWhy(row: TableRow, layout: TableLayout, purpose: Purpose, answers: TableAnswers): string | null {
  const time = columnOf(layout, "time");
  if (time && noCheckIn.test(trimmed(textOf(row.cells[time.index])))) return "no_check_in";
  const name = purpose.nameOnce && columnOf(layout, purpose.nameOnce);
  if (name && answers.example !== false && isExample(row.cells[name.index])) return "example_row";
  const direction = columnOf(layout, "direction");
  if (direction && directionOf(row.cells[direction.index]) === 0) return "internal_transfer";
  const sort = purpose.sorts && columnOf(layout, purpose.sorts.field);
  if (!sort || !purpose.sorts || !answers.sorts) return null;
  const value = comparedName(textOf(row.cells[sort.index]));
  return answers.sorts.some((one) => comparedName(one) === value) ? null : purpose.sorts.leftOut;
}

export const isExample = (cell: Cell | undefined): boolean => example.test(trimmed(textOf(cell)));

/** 1 for money in, -1 for money out, 0 for neither. */
export function directionOf(cell: Cell | undefined): number {
  const text = comparedName(textOf(cell));
  if (/^(?:收入|收|贷|贷方|进账|转入|in|credit)$/.test(text)) return 1;
  return /^(?:支出|支|付|借|借方|出账|转出|out|debit)$/.test(text) ? -1 : 0;
}
