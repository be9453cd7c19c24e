import type { TableSource } from "./source";
import { TableRefused, tableLimits } from "./refused";
import { type XmlEvent, xmlEvents } from "./xml";
import { unzipped, type ZipEntry, zipEntries } from "./zip";

export interface WorkbookSheet {
  name: string;
  /** Hidden, or hidden from those who look for what is hidden. */
  isHidden: boolean;
  entry: ZipEntry;
}

/** A workbook as far as it is needed to read one of its sheets. */
export interface Workbook {
  source: TableSource;
  sheets: WorkbookSheet[];
  since1904: boolean;
  /** The number format of each style. */
  formats: string[];
  texts: string[];
}

/** The formats that a workbook does not spell out, as far as they say what a number is. */
const builtIn: Record<number, string> = {
  9: "0%",
  10: "0.00%",
  14: "yyyy/m/d",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "yyyy/m/d h:mm",
  27: "yyyy年m月",
  28: "m月d日",
  29: "m月d日",
  30: "m-d-yy",
  31: "yyyy年m月d日",
  32: "h时mm分",
  33: "h时mm分ss秒",
  36: "yyyy年m月",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  49: "@",
  50: "yyyy年m月",
  51: "m月d日",
  52: "yyyy年m月",
  53: "m月d日",
  54: "m月d日",
  57: "yyyy年m月",
  58: "m月d日",
};

export async function openWorkbook(source: TableSource): Promise<Workbook> {
  const entries = await zipEntries(source);
  const main = entries.get("xl/workbook.xml");
  if (!main) throw new TableRefused("notATable");
  const targets = await relations(source, entries);
  const workbook: Workbook = { source, sheets: [], since1904: false, formats: [], texts: [] };
  for await (const event of each(source, main)) {
    if (event.is !== "open") continue;
    if (event.name === "workbookPr") workbook.since1904 = /^(?:1|true)$/.test(event.attributes.date1904 ?? "");
    if (event.name !== "sheet") continue;
    const id = Object.entries(event.attributes).find(([name]) => name.endsWith(":id"))?.[1] ?? "";
    const entry = entries.get(targets.get(id) ?? "");
    // A sheet of charts has no cells.
    if (entry?.name.includes("worksheets/")) {
      workbook.sheets.push({
        name: event.attributes.name ?? "",
        isHidden: /hidden/i.test(event.attributes.state ?? ""),
        entry,
      });
    }
  }
  if (workbook.sheets.length === 0) throw new TableRefused("damaged");
  workbook.formats = await formatsOf(source, held(entries.get("xl/styles.xml")));
  workbook.texts = await textsOf(source, held(entries.get("xl/sharedStrings.xml")));
  return workbook;
}

/** What is kept in memory as a whole is bounded by more than the archive is. */
function held(entry: ZipEntry | undefined): ZipEntry | undefined {
  if (entry && entry.bytes > tableLimits.heldBytes) {
    throw new TableRefused("unpacksTooLarge", { max: tableLimits.heldBytes / 1024 / 1024 });
  }
  return entry;
}

export async function* each(source: TableSource, entry: ZipEntry): AsyncIterable<XmlEvent> {
  for await (const events of xmlEvents(unzipped(source, entry))) yield* events;
}

async function relations(source: TableSource, entries: ReadonlyMap<string, ZipEntry>): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  const entry = entries.get("xl/_rels/workbook.xml.rels");
  if (!entry) return targets;
  for await (const event of each(source, entry)) {
    if (event.is !== "open" || event.name !== "Relationship") continue;
    const target = event.attributes.Target ?? "";
    targets.set(event.attributes.Id ?? "", target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  }
  return targets;
}

async function formatsOf(source: TableSource, entry: ZipEntry | undefined): Promise<string[]> {
  const codes = new Map<number, string>();
  const formats: string[] = [];
  if (!entry) return formats;
  let inCells = false;
  for await (const event of each(source, entry)) {
    if (event.is === "close" && event.name === "cellXfs") inCells = false;
    if (event.is !== "open") continue;
    if (event.name === "cellXfs") inCells = true;
    if (event.name === "numFmt") codes.set(Number(event.attributes.numFmtId), event.attributes.formatCode ?? "");
    if (event.name === "xf" && inCells) {
      const id = Number(event.attributes.numFmtId ?? 0);
      formats.push(codes.get(id) ?? builtIn[id] ?? "");
    }
  }
  return formats;
}

async function textsOf(source: TableSource, entry: ZipEntry | undefined): Promise<string[]> {
  const texts: string[] = [];
  if (!entry) return texts;
  const reader = new TextReader();
  for await (const event of each(source, entry)) {
    if (event.is === "open" && event.name === "si") reader.begin();
    reader.add(event);
    if (event.is !== "text" && event.name === "si" && (event.is === "close" || event.isEmpty))
      texts.push(reader.text());
  }
  return texts;
}

/** Puts a text together from its runs, without the reading aids that stand above them. */
export class TextReader {
  private parts: string[] = [];
  private inText = false;
  private inAid = false;

  begin(): void {
    this.parts = [];
  }

  add(event: XmlEvent): void {
    if (event.is === "text") {
      if (this.inText && !this.inAid) this.parts.push(event.text);
      return;
    }
    const isOpen = event.is === "open" && !event.isEmpty;
    if (event.name === "t") this.inText = isOpen;
    if (event.name === "rPh") this.inAid = isOpen;
  }

  text(): string {
    // How a workbook writes what XML cannot hold.
    return this.parts
      .join("")
      .replace(/_x([\dA-F]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
      .replace(/\r\n?/g, "\n");
  }
}
