import { readAmount } from "./amounts";
import { type Cell, saysNothing, shownCell, type TableRow } from "./cell";
import { type LayoutColumn, type TableLayout, unitDigitsOf } from "./layout";
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
  /** By column; of the months of a target all are one. */
  private readonly sums = new Map<string, Record<"read" | "noticed", { plus: number; minus: number }>>();
  private readonly stated = new Map<string, { field: string; cell: Cell }>();

  constructor(
    private readonly purpose: Purpose,
    private readonly layout: TableLayout,
  ) {}

  add(row: TableRow, outcome: RowOutcome): void {
    if (outcome.is === "read") {
      const into = outcome.notices.length > 0 ? "noticed" : "read";
      for (const { field } of this.columns()) {
        const sum = this.sumOf(field)[into];
        for (const amountFen of this.amountsOf(outcome.record, field))
          sum[amountFen < 0 ? "minus" : "plus"] += amountFen;
      }
    }
    if (outcome.is !== "leftOut" || outcome.why !== "totals") return;
    for (const { field, column } of this.columns()) {
      const cell = row.cells[column.index];
      // A dash states nothing, as it does in a row.
      if (!saysNothing(cell) && cell !== undefined) this.stated.set(column.heading, { field, cell });
    }
  }

  private columns(): { field: string; column: LayoutColumn }[] {
    const { more, controls = [] } = this.purpose;
    const fields = more === "months" ? [""] : controls;
    return fields.flatMap((field) => {
      if (this.purpose.silentBeside?.[field]?.some((other) => columnOf(this.layout, other))) return [];
      const column =
        field === "" ? this.layout.columns.find(({ sumOf }) => sumOf === "") : columnOf(this.layout, field);
      return column ? [{ field, column }] : [];
    });
  }

  private sumOf(field: string) {
    const sum = this.sums.get(field) ?? { read: { plus: 0, minus: 0 }, noticed: { plus: 0, minus: 0 } };
    this.sums.set(field, sum);
    return sum;
  }

  private amountsOf(record: TableRecord, field: string): number[] {
    if (this.purpose.more === "months") return Object.values((record.months ?? {}) as Record<string, number>);
    const amountFen = record[`${field}Fen`];
    return typeof amountFen === "number" ? [amountFen] : [];
  }

  /** The totals that were stated, once all rows have been added. */
  totals({ unitDigits = 0, minusIsReceived }: TableAnswers): ControlTotal[] {
    const ofRows = [...this.stated].map(([what, { field, cell }]) => {
      const { read, noticed } = this.sumOf(field);
      // As its rows are read: see `readColumn`.
      const amount = readAmount(cell, { zero: true, unitDigits: unitDigitsOf(what) ?? unitDigits });
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
      const { read, noticed } = this.sumOf("amount");
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
