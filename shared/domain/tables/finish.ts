import { addDays } from "../time";
import { readAmount, yuanText } from "./amounts";
import { shownCell, type TableRow, textOf, trimmed } from "./cell";
import { timeOfSeconds } from "./dates";
import { directionOf } from "./leftOut";
import type { LayoutColumn } from "./layout";
import { columnOf, heldCell, readTime, type RecordContext } from "./record";
import { isHeld } from "./reading";
import { readMember } from "./members";
import { finishOpening } from "./openingRow";
import type { HeldRow, TableRecord } from "./world";

/** What is to be checked or put together from several cells of a row: the record as it goes in, why it waits, or why it says nothing. */
export function finishRecord(row: TableRow, record: TableRecord, context: RecordContext): Finished {
  const finish = finishers[context.purpose.code];
  return finish ? finish(row, record, context) : record;
}

type Finished = TableRecord | { held: HeldRow } | { leftOut: string };
type Finisher = (row: TableRow, record: TableRecord, context: RecordContext) => Finished;

const notMoved = /失败|未支付|待支付|待付款|处理中|待确认|已关闭|撤销|冻结|在途|已取消|failed|pending/i;

const finishers: Record<string, Finisher> = {
  collections(row, record, { layout, answers }) {
    const status = columnOf(layout, "status");
    const cell = status && row.cells[status.index];
    if (notMoved.test(trimmed(textOf(cell)))) return { held: heldCell(status, cell, { reason: "not_offered" }) };
    const amountFen = record.amountFen as number;
    const direction = columnOf(layout, "direction");
    if (direction && directionOf(row.cells[direction.index]) < 0) return { ...record, amountFen: -Math.abs(amountFen) };
    return answers.minusIsReceived ? { ...record, amountFen: -amountFen } : record;
  },
  sales(_row, record) {
    const { itemTitle, itemQuantity, itemAmountFen, refundFen, ...sale } = record;
    const item =
      itemTitle === undefined ? {} : { item: { title: itemTitle, quantity: itemQuantity, amountFen: itemAmountFen } };
    return { ...sale, ...(refundFen ? { refundFen } : {}), ...item };
  },
  payroll(row, record, { layout, answers }) {
    const column = columnOf(layout, "period");
    const period = record.period ?? answers.period;
    if (period !== answers.period || period === undefined) {
      return { held: heldCell(column, column && row.cells[column.index], { reason: "period_unclear" }) };
    }
    const parts = (record.columns ?? {}) as Record<string, number>;
    const sum = layout.columns.reduce((total, { part }) => {
      const value = part ? (parts[part.name] ?? 0) : 0;
      return part?.deducted ? total - value : total + value;
    }, 0);
    const net = columnOf(layout, "net");
    if (sum !== record.netFen) {
      return { held: heldCell(net, net && row.cells[net.index], { reason: "net_differs", other: yuanText(sum) }) };
    }
    return { ...record, period, columns: parts };
  },
  opening: finishOpening,
  targets(row, record, { layout, answers }) {
    if (record.months === undefined) return { leftOut: "no_targets" };
    const months = (record.months ?? {}) as Record<string, number>;
    const monthColumns = layout.columns.filter((column) => column.month !== undefined);
    for (const column of layout.columns) {
      const wrong =
        column.sumOf === undefined ? null : wrongSum(row, column, monthColumns, months, answers.unitDigits ?? 0);
      if (wrong) return { held: wrong };
    }
    const year = (answers.period ?? "").slice(0, 4);
    const named = Object.entries(months).map(([month, value]) => [`${year}-${month.padStart(2, "0")}`, value] as const);
    return { ...record, months: Object.fromEntries(named) };
  },
  members(row, record, { layout, world }) {
    const { joinedOn, leftOn, number, leader } = record;
    const left = columnOf(layout, "leftOn");
    if (typeof joinedOn === "string" && typeof leftOn === "string" && leftOn < joinedOn) {
      return { held: heldCell(left, left && row.cells[left.index], { reason: "left_before_joined" }) };
    }
    const unit = typeof record.unit === "string" ? { unit: record.unit.replace(/\s*[／\\>]\s*/g, "/") } : {};
    if (leader === undefined) return { ...record, ...unit };
    const column = columnOf(layout, "leader");
    const cell = column && row.cells[column.index];
    const found = readMember(world.members, "", cell);
    if (isHeld(found)) return { held: heldCell(column, cell, found.held) };
    if (found.value.number === number) return { held: heldCell(column, cell, { reason: "leader_self" }) };
    return { ...record, ...unit, leader: found.value.key };
  },
  visits(row, record, { layout }) {
    const { day, userid, ...visit } = record;
    const column = columnOf(layout, "time");
    const cell = column && row.cells[column.index];
    const time = readTime(cell);
    if (!time) return { held: heldCell(column, cell, { reason: "time_impossible" }) };
    const at = `${addDays(day as string, time.daysLater)}T${timeOfSeconds(time.seconds)}+08:00`;
    return { ...visit, member: userid, day, at };
  },
};

/** A sum of the sheet that is not the sum of its months; one that cannot be read says nothing. */
function wrongSum(
  row: TableRow,
  column: LayoutColumn,
  monthColumns: readonly LayoutColumn[],
  months: Record<string, number>,
  unitDigits: number,
): HeldRow | null {
  const cell = row.cells[column.index];
  const stated = readAmount(cell, { zero: true, unitDigits });
  if (isHeld(stated)) return null;
  const group = monthColumns.filter((month) => month.heading.startsWith(column.sumOf ?? ""));
  const sum = group.reduce((total, { month }) => total + (months[String(month)] ?? 0), 0);
  if (sum === stated.value) return null;
  const unit = 10 ** (unitDigits + 2);
  return { reason: "subtotal_differs", column: column.heading, value: shownCell(cell), other: String(sum / unit) };
}
