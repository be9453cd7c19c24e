import { readAmount } from "./amounts";
import { type Cell, shownCell, type TableRow } from "./cell";
import type { TableLayout } from "./layout";
import { columnOf } from "./record";
import type { Purpose } from "./purposes";
import { isHeld } from "./reading";
import type { RowOutcome, TableAnswers, TableRecord } from "./world";

/** A sum that the file states itself, beside that of what was read. */
export interface ControlTotal {
  what: string;
  /** As the file has it. */
  stated: string;
  /** Null where it is no amount of whole fen. */
  statedFen: number | null;
  /** Of rows that were read without a doubt. */
  readFen: number;
  /** Of those that were read with a notice. */
  noticedFen: number;
}

const inPreamble = /(?<what>收入|支出)[：:]?\s*\d+\s*笔\s*(?<sum>[\d,]+(?:\.\d+)?)\s*元/g;

/** Adds up what was read, to be held against the totals that the file states above, below and between its rows. */
export class ControlTotals {
  private readonly sums = { read: { plus: 0, minus: 0 }, noticed: { plus: 0, minus: 0 } };
  private readonly stated = new Map<string, Cell>();

  constructor(
    private readonly purpose: Purpose,
    private readonly layout: TableLayout,
  ) {}

  add(row: TableRow, outcome: RowOutcome): void {
    if (outcome.is === "read") {
      const sum = this.sums[outcome.notices.length > 0 ? "noticed" : "read"];
      for (const amountFen of this.amountsOf(outcome.record)) sum[amountFen < 0 ? "minus" : "plus"] += amountFen;
    }
    const column = this.column();
    const cell = column && row.cells[column.index];
    if (outcome.is === "leftOut" && outcome.why === "totals" && column && cell !== undefined && cell !== "") {
      this.stated.set(column.heading, cell);
    }
  }

  private column() {
    const { more, control } = this.purpose;
    return more === "months" ? this.layout.columns.find(({ sumOf }) => sumOf === "") : columnOf(this.layout, control);
  }

  private amountsOf(record: TableRecord): number[] {
    if (this.purpose.more === "months") return Object.values((record.months ?? {}) as Record<string, number>);
    const amountFen = record[`${this.purpose.control ?? ""}Fen`];
    return typeof amountFen === "number" ? [amountFen] : [];
  }

  /** The totals that were stated, once all rows have been added. */
  totals({ unitDigits = 0, minusIsReceived }: TableAnswers): ControlTotal[] {
    const { read, noticed } = this.sums;
    const ofRows = [...this.stated].map(([what, cell]) => {
      const amount = readAmount(cell, { zero: true, unitDigits });
      return {
        what,
        stated: shownCell(cell),
        statedFen: isHeld(amount) ? null : minusIsReceived ? -amount.value : amount.value,
        readFen: read.plus + read.minus,
        noticedFen: noticed.plus + noticed.minus,
      };
    });
    return [...this.above(), ...ofRows];
  }

  private above(): ControlTotal[] {
    const text = this.purpose.code === "collections" ? this.layout.preamble.join("\n") : "";
    return [...text.matchAll(inPreamble)].flatMap((match) => {
      const { what = "", sum = "" } = match.groups ?? {};
      const side = what === "支出" ? "minus" : "plus";
      const amount = readAmount(sum);
      const before = text[(match.index ?? 0) - 1] ?? "\n";
      // 既非收入也非支出 is neither.
      if (isHeld(amount) || before === "非") return [];
      const { read, noticed } = this.sums;
      return [
        {
          what,
          stated: sum,
          statedFen: amount.value,
          readFen: Math.abs(read[side]),
          noticedFen: Math.abs(noticed[side]),
        },
      ];
    });
  }
}
