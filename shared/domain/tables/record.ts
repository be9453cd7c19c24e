import { readAmount } from "./amounts";
import {
  type Cell,
  halfWidth,
  isBlank,
  isNumber,
  saysNothing,
  shownCell,
  type TableRow,
  textOf,
  trimmed,
} from "./cell";
import { readCustomer } from "./customers";
import { type DayAndTime, readDay, readMonth, readYearOrMonth } from "./dates";
import { type LayoutColumn, type TableLayout, unitDigitsOf } from "./layout";
import { readAccount, readMember } from "./members";
import type { Purpose, PurposeColumn } from "./purposes";
import { held, isHeld, read, type Reading, type TableNotice, type TableReason } from "./reading";
import { readChoice, readId, readLine, readPhone, readText } from "./texts";
import type { HeldRow, TableAnswers, TableRecord, TableWorld } from "./world";

/** What the cells of one row say: every field, or the first reason why a person has to look. */
export type RecordReading = { record: TableRecord; notices: TableNotice[] } | { held: HeldRow; record: TableRecord };

export interface RecordContext {
  purpose: Purpose;
  layout: TableLayout;
  answers: TableAnswers;
  world: TableWorld;
}

const reasonsOfNothing = new Set<TableReason>(["amount_missing", "date_missing", "id_missing", "member_missing"]);
const stillGoing = /^(?:至今|在职|未离职|长期|present)$/i;

export const heldCell = (column: LayoutColumn | undefined, cell: Cell | undefined, reason: HeldRow): HeldRow => ({
  ...reason,
  ...(column ? { column: column.heading } : {}),
  ...(isBlank(cell) && typeof cell !== "object" ? {} : { value: shownCell(cell) }),
});

/** Reads the columns in their order; what is read before the first doubt is in the record, so that a row can be named. */
export function readRecord(row: TableRow, context: RecordContext): RecordReading {
  const record: TableRecord = {};
  const notices: TableNotice[] = [];
  let first: HeldRow | undefined;
  for (const column of context.layout.columns) {
    const cell = row.cells[column.index];
    const reading = readColumn(row, column, cell, context);
    if (!reading) continue;
    if (isHeld(reading)) {
      const about = "about" in reading ? columnOf(context.layout, column.column?.nameField) : undefined;
      first ??= heldCell(about ?? column, about ? row.cells[about.index] : cell, reading.held);
      continue;
    }
    notices.push(...reading.notices);
    if (reading.value !== null && reading.value !== undefined) put(record, column, reading.value);
  }
  return first ? { held: first, record } : { record, notices };
}

export const columnOf = (layout: TableLayout, field: string | undefined): LayoutColumn | undefined =>
  field === undefined ? undefined : layout.columns.find((column) => column.column?.field === field);

/** The name of a field in a record: amounts say that they are fen. */
const nameOf = (column: PurposeColumn): string => (column.kind === "amount" ? `${column.field}Fen` : column.field);

function put(record: TableRecord, column: LayoutColumn, value: unknown): void {
  if (column.part) record.columns = { ...(record.columns as object | undefined), [column.part.name]: value };
  else if (column.month !== undefined) {
    record.months = { ...(record.months as object | undefined), [column.month]: value };
  } else if (column.column) record[nameOf(column.column)] = value;
}

function readColumn(
  row: TableRow,
  { heading, column, part, month }: LayoutColumn,
  cell: Cell | undefined,
  context: RecordContext,
): Reading<unknown> | null {
  const unitDigits = unitDigitsOf(heading) ?? context.answers.unitDigits ?? 0;
  if (part ?? month) return orNothing(readAmount(cell, { zero: true, unitDigits }));
  if (!column) return null;
  const reading =
    column.kind === "amount"
      ? readAmount(cell, { zero: column.field !== "amount", unitDigits })
      : readKind(row, column, cell, context);
  // What no record needs may be missing.
  return reading && (column.required ? reading : orNothing(reading));
}

const orNothing = <T>(reading: Reading<T>): Reading<T | null> =>
  isHeld(reading) && reasonsOfNothing.has(reading.held.reason) ? read(null) : reading;

function readKind(
  row: TableRow,
  column: PurposeColumn,
  cell: Cell | undefined,
  context: RecordContext,
): Reading<unknown> | null {
  const { world, answers, layout } = context;
  switch (column.kind) {
    case "id":
      return readId(cell, column.maxLength);
    case "line":
      return needed(column, readLine(cell, column.maxLength ?? 200));
    case "text":
      return needed(column, readText(cell, column.maxLength ?? 1000));
    case "count": {
      const text = trimmed(halfWidth(textOf(cell)));
      return /^\d{1,9}$/.test(text) ? read(Number(text)) : saysNothing(cell) ? read(null) : held("unknown_value");
    }
    case "day": {
      if (column.field === "leftOn" && stillGoing.test(trimmed(textOf(cell)))) return read(null);
      const day = readDay(cell);
      if (isHeld(day)) return day;
      return read(day.value.day.startsWith("9999") ? null : day.value.day, ...day.notices);
    }
    case "moment": {
      const moment = readDay(cell);
      return isHeld(moment) ? moment : read(momentOf(moment.value), ...moment.notices);
    }
    case "month":
      return readMonth(cell);
    case "period":
      return saysNothing(cell) ? read(null) : readYearOrMonth(cell);
    case "member": {
      const name = columnOf(layout, column.nameField);
      const member = readMember(world.members, cell, name && row.cells[name.index]);
      return isHeld(member) ? member : read(member.value.key, ...member.notices);
    }
    case "account": {
      const member = readAccount(world.members, cell);
      return isHeld(member) ? member : read(member.value.key, ...member.notices);
    }
    case "customer": {
      const customer = readCustomer(world.customers, cell);
      if (!isHeld(customer)) {
        const missing = customer.value === null && column.required;
        return missing ? held(missing) : read(customer.value?.key ?? null, ...customer.notices);
      }
      return customer.held.reason === "customer_unknown" && answers.unknownCustomers ? readLine(cell, 200) : customer;
    }
    case "phone":
      return readPhone(cell);
    case "choice":
      return readChoice(cell, column.values ? world[column.values] : []);
    case "amount":
    case "time":
    case "sort":
    case "memberName":
      // Read with what they belong to.
      return null;
  }
}

function needed(column: PurposeColumn, reading: Reading<string | null>): Reading<string | null> {
  return column.required && "value" in reading && reading.value === null ? held(column.required) : reading;
}

/** `2026-03-02T10:21:07+08:00`, or the day where no time is said. */
const momentOf = ({ day, time }: DayAndTime): string => (time ? `${day}T${time}+08:00` : day);

/** A time of its own, `0.375` or `次日00:05`: how many days later, and when. */
export function readTime(cell: Cell | undefined): { daysLater: number; seconds: number } | null {
  if (isNumber(cell)) {
    const value = Number(cell.number);
    return value >= 0 && value < 1 ? { daysLater: 0, seconds: Math.round(value * 86_400) } : null;
  }
  const match = /^(次日|\+1)?\s*(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(trimmed(halfWidth(textOf(cell))));
  if (!match) return null;
  const [hour, minute, second] = [Number(match[2]), Number(match[3]), Number(match[4] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  return { daysLater: match[1] ? 1 : 0, seconds: hour * 3_600 + minute * 60 + second };
}
