import path from "node:path";
import { headingForm } from "@shared/domain/tables/layout";
import { purposeOf } from "@shared/domain/tables/purposes";
import type { RowOutcome, TableRecord } from "@shared/domain/tables/world";
import { type ReadTable, readTable } from "../../../../server/lib/tables/readTable";
import { type TableRefusal, TableRefused } from "../../../../server/lib/tables/refused";
import { fileSource } from "../../../../server/lib/tables/source";
import { answersTo, type ImportFile, importsFolder, knownMembers, manifest, worldOf } from "./importFiles";

interface Result {
  refused?: TableRefused;
  read?: ReadTable;
  outcomes: RowOutcome[];
}

async function resultOf(file: ImportFile): Promise<Result> {
  const purpose = purposeOf(file.purpose);
  if (!purpose) throw new Error(`no purpose ${file.purpose}`);
  const before = manifest.files.find(({ file: name }) => name === file.after);
  const stored =
    before && new Map(recordsOf((await resultOf(before)).outcomes).map((one) => [String(one.externalId), one]));
  const source = await fileSource(path.join(importsFolder, file.file));
  try {
    const read = await readTable(source, purpose, worldOf(stored), knownMembers, {
      ...(file.sheet ? { sheet: file.sheet } : {}),
      answers: answersTo(file),
    });
    const outcomes: RowOutcome[] = [];
    for await (const outcome of read.outcomes()) outcomes.push(outcome);
    return { read, outcomes };
  } catch (error) {
    if (error instanceof TableRefused) return { refused: error, outcomes: [] };
    throw error;
  }
}

const recordsOf = (outcomes: RowOutcome[]): TableRecord[] =>
  outcomes.flatMap((one) => (one.is === "read" && one.notices.length === 0 ? [one.record] : []));

/** Which of the manifest's lists a row is in. */
const listOf = (outcome: RowOutcome): string =>
  outcome.is === "read" ? (outcome.notices.length > 0 ? "optional" : "read") : outcome.is;

const sums: Record<string, (record: TableRecord) => number> = {
  records: (record) => Object.keys((record.months as object | undefined) ?? { one: 1 }).length,
  rows: () => 1,
  amountFen: (record) => {
    const months = Object.values((record.months ?? {}) as Record<string, number>);
    return ((record.amountFen as number | undefined) ?? 0) + months.reduce((sum, value) => sum + value, 0);
  },
  refundFen: (record) => (record.refundFen as number | undefined) ?? 0,
  items: (record) => ((record.items as unknown[] | undefined) ?? []).length,
  collections: (record) => ((record.amountFen as number) > 0 ? 1 : 0),
  collectedFen: (record) => Math.max(0, record.amountFen as number),
  refunds: (record) => ((record.amountFen as number) < 0 ? 1 : 0),
  refundedFen: (record) => Math.min(0, record.amountFen as number),
  netFen: (record) => record.amountFen as number,
};

const totalOf = (name: string, records: TableRecord[]): number => {
  const sum = sums[name] ?? ((record) => ((record.columns ?? {}) as Record<string, number>)[name] ?? 0);
  return records.reduce((total, record) => total + sum(record), 0);
};

/** The manifest compares texts without blanks. */
const comparable = (value: unknown): unknown => (typeof value === "string" ? value.replace(/[\s\u3000]/g, "") : value);

const refusals: Record<string, TableRefusal> = {
  "old Excel format (.xls)": "oldExcel",
  "protected by a password": "protected",
  "unpacks to more than 100 MB": "unpacksTooLarge",
  "a web page, not a table": "webPage",
  "JSON, not a table": "json",
  "the file is empty (0 bytes)": "empty",
};

/** All in which a result differs from the manifest, as sentences. */
export function differences(file: ImportFile, { refused, read, outcomes }: Result): string[] {
  const { right } = file;
  if (right.outcome === "refused" || refused) {
    if (right.outcome === "refused") {
      const wanted = refusals[right.refusal?.what ?? ""];
      return refused?.code === wanted ? [] : [`refused as ${refused?.code ?? "nothing"}, not as ${wanted ?? "?"}`];
    }
    const line = /row (\d+)/.exec(right.alsoRight ?? "")?.[1];
    return line && refused?.params.line === Number(line)
      ? []
      : [`refused: ${refused?.code ?? ""} ${refused?.params.line ?? ""}`];
  }
  const found: string[] = [];
  const differ = (what: string, is: unknown, wanted: unknown) => {
    if (JSON.stringify(is) !== JSON.stringify(wanted))
      found.push(`${what}: ${JSON.stringify(is)}, not ${JSON.stringify(wanted)}`);
  };
  const rows = read?.layout.headerRows ?? [];
  differ("heading row", rows.length === 1 ? rows[0] : rows, right.headerRow);
  if (file.encoding) differ("encoding", read?.table.encoding, file.encoding.replace("utf-16-le", "utf-16le"));
  if (file.separator) differ("separator", read?.table.separator, file.separator);
  differMapping(file, read, found);
  differ(
    "questions",
    [...(read?.questions ?? [])].map(({ code }) => code).sort(),
    (right.ask ?? []).map(({ code }) => code).sort(),
  );
  differ("rows", outcomes.length, right.rows?.afterHeader);
  differRows(file, outcomes, found);
  const records = recordsOf(outcomes);
  for (const [name, wanted] of Object.entries(right.totals ?? {}))
    differ(`total ${name}`, totalOf(name, records), wanted);
  const controls = (read?.controls() ?? []).map(({ statedFen, readFen }) => ({ statedFen, readFen }));
  const wanted = (right.controls ?? []).map(({ statedFen = null, readFen }) => ({ statedFen, readFen }));
  // What else a file states of itself may be shown, too.
  if (right.controls) differ("control totals", controls, wanted);
  return found;
}

function differMapping(file: ImportFile, read: ReadTable | undefined, found: string[]): void {
  const columns = read?.layout.columns ?? [];
  for (const [heading, field] of Object.entries(file.mapping ?? {})) {
    const column = columns.find((one) => headingForm(one.heading) === headingForm(heading));
    const month = column?.month === undefined ? undefined : `2026-${String(column.month).padStart(2, "0")}`;
    const is = column?.column?.field ?? column?.part?.name ?? month;
    if (is !== field) found.push(`column ${heading}: ${is ?? "nothing"}, not ${field}`);
  }
}

function differRows(file: ImportFile, outcomes: RowOutcome[], found: string[]): void {
  const { right } = file;
  const byRow = new Map(outcomes.map((outcome) => [outcome.row, outcome]));
  const lists = {
    read: right.read,
    optional: right.optional,
    heldBack: right.heldBack,
    leftOut: right.leftOut,
    item: right.items,
    same: right.same,
  };
  for (const [list, rows] of Object.entries(lists)) {
    for (const wanted of rows ?? []) {
      const outcome = byRow.get(wanted.row);
      const is = outcome && listOf(outcome);
      // Either reading of an optional row is right: with a notice, or held back.
      if (is !== list && !(list === "optional" && is === "heldBack")) {
        found.push(
          `row ${wanted.row}: ${is ?? "missing"} ${JSON.stringify(outcome)}, not ${list} ${JSON.stringify(wanted)}`,
        );
      } else if (outcome) differRow(wanted, outcome, found);
    }
  }
  const listed = Object.values(lists).reduce((sum, rows) => sum + (rows?.length ?? 0), 0);
  if (!right.readListed && listed !== outcomes.length) found.push(`${outcomes.length} rows, ${listed} listed`);
  const counts = { read: right.rows?.read, heldBack: right.rows?.heldBack };
  for (const [list, wanted] of Object.entries(counts)) {
    const count = outcomes.filter((outcome) => listOf(outcome) === list).length;
    const eitherWay = list === "heldBack" ? outcomes.filter((outcome) => isOptional(file, outcome.row)).length : 0;
    if (count !== wanted && !(wanted !== undefined && count > wanted && count <= wanted + eitherWay)) {
      found.push(`${count} ${list}, not ${wanted ?? "?"}`);
    }
  }
}

const isOptional = (file: ImportFile, row: number): boolean =>
  (file.right.optional ?? []).some((one) => one.row === row);

function differRow(wanted: Record<string, unknown> & { row: number }, outcome: RowOutcome, found: string[]): void {
  const differ = (name: string, is: unknown, right: unknown) => {
    if (JSON.stringify(is) !== JSON.stringify(right)) {
      found.push(`row ${wanted.row} ${name}: ${JSON.stringify(is)}, not ${JSON.stringify(right)}`);
    }
  };
  if (outcome.line !== undefined || wanted.line !== undefined) differ("line", outcome.line, wanted.line);
  if (outcome.is === "leftOut") differ("why", outcome.why, wanted.why);
  if (outcome.is === "item") differ("of", outcome.of, wanted.of);
  if (outcome.is === "same") differ("as", outcome.as, wanted.sameAs);
  if (outcome.is === "heldBack" && wanted.reason) differHeld(wanted, outcome.held, differ);
  if (outcome.is !== "read") return;
  for (const [name, right] of Object.entries(wanted)) {
    if (["row", "line", "hint"].includes(name)) continue;
    const is = outcome.record[name];
    if (typeof right === "object") expectSame(name, is, right, differ);
    else differ(name, comparable(is), comparable(right));
  }
}

/** Parts of a record in any order. */
function expectSame(
  name: string,
  is: unknown,
  right: unknown,
  differ: (name: string, is: unknown, right: unknown) => void,
): void {
  const sorted = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(sorted)
      : value !== null && typeof value === "object"
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value;
  differ(name, sorted(is), sorted(right));
}

function differHeld(
  wanted: Record<string, unknown>,
  held: Extract<RowOutcome, { is: "heldBack" }>["held"],
  differ: (name: string, is: unknown, right: unknown) => void,
): void {
  differ("reason", held.reason, wanted.reason);
  if (typeof wanted.column === "string" && !headingForm(held.column ?? "").includes(headingForm(wanted.column))) {
    differ("column", held.column, wanted.column);
  }
  if (wanted.candidates) differ("candidates", held.candidates, wanted.candidates);
  // A description of the value rather than the value.
  if (typeof wanted.value !== "string" || /×|\(3月5日\)/.test(wanted.value)) return;
  const number = (text: string) => (/^[\d,]+\.?\d*$/.test(text) ? String(Number(text.replace(/,/g, ""))) : text);
  const is = held.value ?? "";
  if (number(is) !== number(wanted.value)) differ("value", is, wanted.value);
}

it.each(manifest.files.map((file) => [file.file, file] as const))(
  "reads %s as its manifest says",
  async (_name, file) => {
    expect(differences(file, await resultOf(file))).toEqual([]);
  },
);
