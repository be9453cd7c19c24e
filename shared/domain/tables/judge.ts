import { canonicalJson } from "../canonicalJson";
import { yuanText } from "./amounts";
import { isBlank, shownCell, type TableRow } from "./cell";
import { type LayoutColumn } from "./layout";
import { leftOutWhy } from "./leftOut";
import { finishRecord } from "./finish";
import { columnOf, heldCell, readRecord, type RecordContext } from "./record";
import type { TableNotice } from "./reading";
import { comparedName } from "./texts";
import type { HeldRow, RowOutcome, TableRecord } from "./world";

/** What is known of a key once all rows have been seen. */
interface Keyed {
  row: number;
  /** The record as text, to be compared with the next one of this key. */
  text: string;
  differs: boolean;
  /** Amounts that rows of one order state as its total. */
  totals?: Set<number>;
  items?: unknown[];
}

type Alone =
  | { is: "read"; record: TableRecord; notices: TableNotice[] }
  | { is: "heldBack"; held: HeldRow; record?: TableRecord }
  | { is: "leftOut"; why: string };

/**
 * Judges the rows of a table: each is looked at by itself, then beside the others. First every row is handed to `see`, then every row once
 * more to `judge`, in the same order, so that no more is kept than keys and names.
 */
export class TableJudge {
  private readonly keys = new Map<string, Keyed>();
  private readonly names = new Map<string, number>();
  private readonly looks = new Map<string, { row: number; name: string }>();
  private readonly width: number;

  constructor(
    private readonly context: RecordContext,
    /** A row of a text file has to have as many cells as there are headings. */
    private readonly isText: boolean,
  ) {
    const named = context.layout.columns.filter((column) => column.heading !== "");
    this.width = Math.max(0, ...named.map((column) => column.index + 1));
  }

  see(row: TableRow): void {
    const alone = this.alone(row);
    if (alone.is !== "read") return;
    const { item, ...record } = alone.record;
    const key = this.keyOf(record);
    const text = canonicalJson(record);
    const known = key === null ? undefined : this.keys.get(key);
    if (key !== null && !known) {
      const grouped = this.context.answers.grouped
        ? { totals: new Set([record.amountFen as number]), items: [item] }
        : {};
      this.keys.set(key, { row: row.row, text, differs: false, ...grouped });
    }
    if (known?.totals) {
      known.totals.add(record.amountFen as number);
      known.items?.push(item);
      known.differs ||= withoutTotal(record) !== withoutTotal(JSON.parse(known.text) as TableRecord);
    } else if (known && known.text !== text) known.differs = true;
    this.seeName(row, record);
  }

  /** What becomes of the row, once all rows have been seen. */
  judge(row: TableRow): RowOutcome {
    const place = row.line === undefined || row.line === row.row ? { row: row.row } : { row: row.row, line: row.line };
    const alone = this.alone(row);
    if (alone.is !== "read") return { ...place, ...alone };
    const { item: _item, ...record } = alone.record;
    const key = this.keyOf(record);
    const known = key === null ? undefined : this.keys.get(key);
    const among = known && (known.totals ? this.inOrder(row, record, known) : this.amongRows(row, record, known));
    if (among) return { ...place, ...among };
    const twice = this.nameTwice(row, record);
    if (twice) return { ...place, is: "heldBack", held: twice, record };
    const stored = key === null ? undefined : this.context.world.stored?.get(key);
    if (stored && this.context.purpose.whenStored === "ask")
      return { ...place, ...this.besideStored(row, record, stored) };
    const notices = [...alone.notices];
    if (known?.differs) notices.push("id_two_rows");
    if (this.looksLikeAnother(row, record)) notices.push("looks_alike");
    const items = known?.items?.filter((one) => one !== undefined) ?? [];
    return { ...place, is: "read", record: items.length > 0 ? { ...record, items } : record, notices };
  }

  private alone(row: TableRow): Alone {
    const { layout, purpose, answers } = this.context;
    if (row.broken) return { is: "heldBack", held: { reason: row.broken, value: shownCell(row.cells.at(-1)) } };
    const why = leftOutWhy(row, layout, purpose, answers);
    if (why) return { is: "leftOut", why };
    const cells = this.isText ? this.wrongCells(row) : null;
    if (cells) return { is: "heldBack", held: cells };
    const reading = readRecord(row, this.context);
    if ("held" in reading) return { is: "heldBack", held: reading.held, record: reading.record };
    const record = finishRecord(row, reading.record, this.context);
    if (isLeftOut(record)) return { is: "leftOut", why: record.leftOut };
    if (isHeldRow(record)) return { is: "heldBack", held: record.held, record: reading.record };
    return { is: "read", record, notices: reading.notices };
  }

  private wrongCells(row: TableRow): HeldRow | null {
    if (row.cells.length < this.width) return { reason: "too_few_cells", value: `${row.cells.length} / ${this.width}` };
    if (row.cells.slice(this.width).every(isBlank)) return null;
    // A separator inside a text that nobody has quoted is most likely in the text that people write.
    const words = this.context.layout.columns.find(({ column }) => column?.kind === "line" || column?.kind === "text");
    return {
      reason: "too_many_cells",
      ...(words ? { column: words.heading } : {}),
      value: row.cells.map(shownCell).join(" | ").slice(0, 200),
      other: `${row.cells.length} / ${this.width}`,
    };
  }

  private keyOf(record: TableRecord): string | null {
    const { key } = this.context.purpose;
    if (key.length === 0) return canonicalJson(record);
    const values = key.map((field) => record[field]);
    return values.includes(undefined) ? null : values.join("\n");
  }

  private keyColumn(): LayoutColumn | undefined {
    return columnOf(this.context.layout, this.context.purpose.key[0]);
  }

  /** Null for the first row of a key. */
  private amongRows(row: TableRow, record: TableRecord, known: Keyed): Omitted | null {
    if (row.row === known.row) return null;
    if (canonicalJson(record) === known.text) return { is: "same", as: known.row, record };
    const column = this.keyColumn();
    const about = heldCell(column, column && row.cells[column.index], {
      reason: this.context.purpose.twoRows ?? "id_two_rows",
    });
    return { is: "heldBack", held: { ...about, otherRow: known.row }, record };
  }

  private inOrder(row: TableRow, record: TableRecord, known: Keyed): Omitted | null {
    if ((known.totals?.size ?? 0) > 1) {
      const column = columnOf(this.context.layout, "amount");
      const other = [...(known.totals ?? [])].find((total) => total !== record.amountFen) ?? 0;
      const about = heldCell(column, column && row.cells[column.index], { reason: "order_totals_differ" });
      return { is: "heldBack", held: { ...about, other: yuanText(other) }, record };
    }
    if (row.row === known.row) return null;
    return known.differs && canonicalJson(record) !== known.text
      ? this.amongRows(row, record, known)
      : { is: "item", of: known.row };
  }

  private besideStored(row: TableRow, record: TableRecord, stored: TableRecord): Omitted {
    if (canonicalJson(record) === canonicalJson(stored)) return { is: "same", as: "stored", record };
    const fields = [...new Set([...Object.keys(record), ...Object.keys(stored)])];
    const field = fields.find((one) => JSON.stringify(record[one]) !== JSON.stringify(stored[one])) ?? "";
    const column = columnOf(this.context.layout, field.replace(/Fen$/, ""));
    const value = stored[field];
    const other = field.endsWith("Fen") && typeof value === "number" ? yuanText(value) : JSON.stringify(value ?? "");
    const about = heldCell(column, column && row.cells[column.index], { reason: "differs_from_stored", other });
    return { is: "heldBack", held: about, record };
  }

  private seeName(row: TableRow, record: TableRecord): void {
    const name = this.nameOf(record);
    if (name === null || this.storedAs(record)) return;
    const form = comparedName(name);
    if (!this.names.has(form)) this.names.set(form, row.row);
    const look = lookOf(form);
    if (!this.looks.has(look)) this.looks.set(look, { row: row.row, name: form });
  }

  private nameOf(record: TableRecord): string | null {
    const { nameOnce } = this.context.purpose;
    const name = nameOnce && record[nameOnce];
    return typeof name === "string" ? name : null;
  }

  /** The client of this name that is known under another number. */
  private storedAs(record: TableRecord): string | null {
    const name = this.nameOf(record);
    const stored = name === null ? undefined : this.context.world.customers.byName(name);
    return stored && record.externalId !== undefined && stored.code !== record.externalId ? stored.code : null;
  }

  private nameTwice(row: TableRow, record: TableRecord): HeldRow | null {
    const name = this.nameOf(record);
    if (name === null) return null;
    const column = columnOf(this.context.layout, this.context.purpose.nameOnce);
    const held = (more: Partial<HeldRow>): HeldRow => ({
      ...heldCell(column, column && row.cells[column.index], { reason: "customer_duplicate" }),
      ...more,
    });
    const stored = this.storedAs(record);
    if (stored !== null) return held({ other: stored });
    const first = this.names.get(comparedName(name));
    return first === undefined || first === row.row ? null : held({ otherRow: first });
  }

  private looksLikeAnother(row: TableRow, record: TableRecord): boolean {
    const name = this.nameOf(record);
    const first = name === null ? undefined : this.looks.get(lookOf(comparedName(name)));
    return first !== undefined && first.row !== row.row && first.name !== comparedName(name ?? "");
  }
}

type Omitted =
  | { is: "heldBack"; held: HeldRow; record: TableRecord }
  | { is: "item"; of: number }
  | { is: "same"; as: number | "stored"; record: TableRecord };

const isHeldRow = (record: TableRecord | { held: HeldRow }): record is { held: HeldRow } =>
  typeof record.held === "object" && record.held !== null;

const isLeftOut = (record: TableRecord | { leftOut: string }): record is { leftOut: string } =>
  typeof record.leftOut === "string";

const withoutTotal = (record: TableRecord): string => canonicalJson({ ...record, amountFen: 0 });

/** Letters of other alphabets that look like ours. */
const twins: Record<string, string> = {
  а: "a",
  в: "b",
  с: "c",
  е: "e",
  н: "h",
  к: "k",
  м: "m",
  о: "o",
  р: "p",
  т: "t",
  х: "x",
  у: "y",
  і: "i",
  α: "a",
  β: "b",
  ε: "e",
  η: "h",
  ι: "i",
  κ: "k",
  ν: "v",
  ο: "o",
  ρ: "p",
  τ: "t",
  υ: "y",
  χ: "x",
};

/** What a name looks like, whichever alphabet its letters are of. */
const lookOf = (form: string): string => form.replace(/[\u0370-\u04FF]/g, (letter) => twins[letter] ?? letter);
