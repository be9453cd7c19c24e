import { type MemberFinder, memberFinder } from "./members";
import { readAmount } from "./amounts";
import { type Cell, isBlank, saysNothing, type TableRow, textOf, trimmed } from "./cell";
import { readMonth } from "./dates";
import { isSensitive, type TableLayout, unitDigitsOf } from "./layout";
import { leftOutWhy } from "./leftOut";
import { columnOf } from "./record";
import type { Purpose } from "./purposes";
import { isHeld } from "./reading";
import { readId, readLine } from "./texts";
import type { TableAnswers, TableMember, TableQuestion, TableWorld } from "./world";

/** How many different words of a column are told apart. */
const wordsMax = 200;

/** What a look over all rows finds: what is to be asked, and what is proposed. */
export interface SurveyResult {
  questions: TableQuestion[];
  proposed: TableAnswers;
  rows: number;
  /** Rows that a filter hides; they are read like the others. */
  hiddenRows: number;
  members: MemberFinder<TableMember>;
}

/** Looks over a table once, before anything of it is read. */
export class TableSurvey {
  private readonly counts = new Map<string, Map<string, number>>();
  private readonly signs = new Map<string, { plus: number; minus: number }>();
  private readonly roster: TableMember[] = [];
  private rows = 0;
  private hiddenRows = 0;
  private examples = 0;
  private sums = 0;
  private unknownPayers = 0;

  constructor(
    private readonly purpose: Purpose,
    private readonly layout: TableLayout,
    private readonly world: TableWorld,
    private readonly known: readonly TableMember[] = [],
    private readonly sheet = "",
  ) {}

  add(row: TableRow): void {
    this.rows += 1;
    if (row.hidden) this.hiddenRows += 1;
    const why = leftOutWhy(row, this.layout, this.purpose, {});
    if (why === "example_row") this.examples += 1;
    if (why === "subtotal" || why === "totals") this.sums += 1;
    if (why !== null && why !== "internal_transfer") return;
    for (const column of this.layout.columns) {
      if (column.column?.kind === "sort") this.count(column.column.field, textOf(row.cells[column.index]));
    }
    const cell = (field: string): Cell | undefined => {
      const column = columnOf(this.layout, field);
      return column && row.cells[column.index];
    };
    this.addPurpose(cell);
  }

  private addPurpose(cell: (field: string) => Cell | undefined): void {
    if (this.purpose.code === "collections") {
      const type = trimmed(textOf(cell("type")));
      const amount = readAmount(cell("amount"));
      const seen = this.signs.get(type) ?? { plus: 0, minus: 0 };
      if (!isHeld(amount)) seen[amount.value < 0 ? "minus" : "plus"] += 1;
      if (this.signs.size < wordsMax) this.signs.set(type, seen);
      const payer = readLine(cell("payer"), 200);
      const name = isHeld(payer) ? null : payer.value;
      const { customers } = this.world;
      if (name !== null && !(customers.byCode(name) ?? customers.byName(name))) this.unknownPayers += 1;
    }
    if (this.purpose.code === "payroll") {
      const month = readMonth(cell("period"));
      if (!isHeld(month)) this.count("period", month.value);
    }
    if (this.purpose.code === "sales" && !saysNothing(cell("refund"))) this.count("refund", textOf(cell("refund")));
    if (this.purpose.code === "members") {
      const [number, name] = [readId(cell("number")), readLine(cell("name"), 100)];
      if (!isHeld(number) && !isHeld(name) && name.value !== null) {
        this.roster.push({ key: number.value, number: number.value, name: name.value, userid: "" });
      }
    }
  }

  private count(field: string, word: string): void {
    const words = this.counts.get(field) ?? new Map<string, number>();
    const text = trimmed(word);
    if (text !== "" && (words.has(text) || words.size < wordsMax)) words.set(text, (words.get(text) ?? 0) + 1);
    this.counts.set(field, words);
  }

  done(): SurveyResult {
    const proposed = this.proposals();
    return {
      questions: this.questions(proposed),
      proposed,
      rows: this.rows,
      hiddenRows: this.hiddenRows,
      members: this.allMembers(),
    };
  }

  /** Who leads somebody may stand in the same roster for the first time. */
  private allMembers(): MemberFinder<TableMember> {
    if (this.purpose.code !== "members") return this.world.members;
    const numbers = new Set(this.known.map((member) => member.number));
    return memberFinder([...this.known, ...this.roster.filter((member) => !numbers.has(member.number))]);
  }

  private words(field: string): string[] {
    return [...(this.counts.get(field)?.keys() ?? [])];
  }

  private proposals(): TableAnswers {
    const { sorts, code, more } = this.purpose;
    const words = sorts ? this.words(sorts.field) : [];
    const chosen = sorts ? words.filter((word) => sorts.proposed.test(word)) : [];
    const counted = [...this.signs].filter(([type]) => words.length === 0 || chosen.includes(type));
    const minus = counted.reduce((sum, [, seen]) => sum + seen.minus, 0);
    const plus = counted.reduce((sum, [, seen]) => sum + seen.plus, 0);
    const unit = this.unit();
    const period = code === "payroll" || more === "months" ? this.period() : undefined;
    return {
      ...(words.length > 0 ? { sorts: chosen } : {}),
      ...(code === "collections" && !columnOf(this.layout, "direction") && minus > plus
        ? { minusIsReceived: true }
        : {}),
      ...(unit ? { unitDigits: unit } : {}),
      ...(period ? { period } : {}),
      ...(columnOf(this.layout, "itemTitle") ? { grouped: true } : {}),
      ...(this.asksCustomers() ? { unknownCustomers: true } : {}),
    };
  }

  private unit(): number {
    const stated = this.layout.preamble.map(unitDigitsOf).find((digits) => digits !== undefined);
    return stated ?? 0;
  }

  private period(): string | undefined {
    const counted = [...(this.counts.get("period") ?? [])].sort((a, b) => b[1] - a[1])[0];
    if (counted) return counted[0];
    for (const text of [this.sheet, ...this.layout.preamble]) {
      const match = /(20\d{2})\s*年?\s*(?:(\d{1,2})\s*月)?/.exec(text);
      if (match && (match[2] || this.purpose.more === "months"))
        return `${match[1] ?? ""}-${(match[2] ?? "1").padStart(2, "0")}`;
    }
    return undefined;
  }

  private asksCustomers(): boolean {
    return this.unknownPayers > 0 || (columnOf(this.layout, "customer")?.heading.includes("昵称") ?? false);
  }

  private questions(proposed: TableAnswers): TableQuestion[] {
    const { layout, purpose } = this;
    const questions: TableQuestion[] = [];
    const ask = (code: string, values: string[] = [], wanted: string[] = values) =>
      questions.push({ code, values, proposed: wanted });
    const heading = (field: string) => columnOf(layout, field)?.heading;
    if (heading("direction")) ask("direction", this.words("direction"));
    const sort = purpose.sorts;
    if (sort && heading(sort.field)) ask(sort.ask, this.words(sort.field), [...(proposed.sorts ?? [])]);
    if (proposed.minusIsReceived) ask("sign");
    if (proposed.grouped) ask("group_by", [heading("externalId") ?? ""]);
    const rival = layout.rivals.find(({ field }) => field === "amount");
    if (rival) ask("which_amount", rival.headings, rival.headings.slice(0, 1));
    if (this.words("refund").length > 0) ask("refund_column", [heading("refund") ?? ""]);
    if (proposed.unknownCustomers) ask("customers");
    if (purpose.more === "parts") {
      ask("period", this.words("period"), proposed.period ? [proposed.period] : []);
      // Where no heading says what is taken off, the words of the columns are believed only once they are confirmed.
      const deducted = layout.columns.filter((column) => column.part?.deducted && column.heading === column.leaf);
      if (deducted.length > 0)
        ask(
          "sign",
          deducted.map((column) => column.heading),
        );
    }
    const inHeadings = layout.columns.some(
      (column) => column.column?.kind === "amount" && (unitDigitsOf(column.heading) ?? 0) > 0,
    );
    if (proposed.unitDigits || inHeadings) ask("unit");
    const sums = layout.columns.filter((column) => column.sumOf !== undefined);
    if (sums.length > 0) ask("which_columns", [...new Set(sums.map((column) => column.leaf))]);
    if (purpose.more === "months" && this.sums > 0) ask("which_rows");
    const private_ = layout.columns.filter((column) => !column.hidden && isSensitive(column.heading));
    if (private_.length > 0)
      ask(
        "column_left_out",
        private_.map((column) => column.heading),
      );
    if (this.examples > 0) ask("example_row");
    return questions;
  }
}

/** Whether anything stands behind the heading at all. */
export const isEmptyTable = (rows: readonly TableRow[]): boolean => rows.every((row) => row.cells.every(isBlank));
