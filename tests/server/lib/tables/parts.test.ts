import { deflateRawSync } from "node:zlib";
import { customerFinder } from "@shared/domain/tables/customers";
import { memberFinder } from "@shared/domain/tables/members";
import { customersPurpose } from "@shared/domain/tables/purposes/customers";
import { encodingOf } from "../../../../server/lib/tables/encoding";
import { openTable } from "../../../../server/lib/tables/openTable";
import { readTable } from "../../../../server/lib/tables/readTable";
import { TableRefused } from "../../../../server/lib/tables/refused";
import { bufferSource } from "../../../../server/lib/tables/source";
import { textRows } from "../../../../server/lib/tables/textRows";

const rowsOf = async (text: string, piece = text.length, separator = ",") => {
  const pieces = async function* () {
    for (let at = 0; at < text.length; at += piece) yield text.slice(at, at + piece);
    await Promise.resolve();
  };
  const rows = [];
  for await (const row of textRows(pieces(), separator)) rows.push(row);
  return rows;
};

const refusal = async (bytes: Buffer) => {
  try {
    await openTable(bufferSource(bytes));
    return null;
  } catch (error) {
    return error instanceof TableRefused ? { code: error.code, ...error.params } : error;
  }
};

it("reads the same rows, however a file is cut into pieces", async () => {
  const text = 'a,"b\r\nb",c\r\n"x""y",="0,1",z\t\r\rl,"m"\t,n\n';
  const whole = await rowsOf(text);
  for (let piece = 1; piece < 12; piece += 1) expect(await rowsOf(text, piece)).toEqual(whole);
  expect(whole.map(({ cells }) => cells)).toEqual([
    ["a", "b\r\nb", "c"],
    ['x"y', '="0,1"', "z\t"],
    [""],
    ["l", "m\t", "n"],
  ]);
});

it("holds the row of a quote back that is never closed, and reads the next", async () => {
  const rows = await rowsOf('1,"open,2\n3,x,4\n5,y,6\n');
  expect(rows).toEqual([
    { row: 1, line: 1, cells: ["1", '"open,2'], broken: "quote_not_closed" },
    { row: 2, line: 2, cells: ["3", "x", "4"] },
    { row: 3, line: 3, cells: ["5", "y", "6"] },
  ]);
});

it("does not let a quote swallow rows up to a later one", async () => {
  const rows = await rowsOf('1,"open,2\n3,"x",4\n');
  expect(rows.map(({ cells, broken }) => [cells, broken])).toEqual([
    [["1", '"open,2'], "quote_not_closed"],
    [["3", "x", "4"], undefined],
  ]);
});

it("names the line where a second encoding begins", async () => {
  const first = Buffer.from("名称,金额\n云岫坞,1\n云岫坞,2\n");
  const gbk = Buffer.from([0xd4, 0xc6, 0x2c, 0x33, 0x0a]);
  await expect(encodingOf(bufferSource(Buffer.concat([first, gbk, first, gbk])))).rejects.toMatchObject({
    code: "twoEncodings",
    params: { line: 4 },
  });
});

it("names the line of a file that ends in the middle of a letter", async () => {
  const bytes = Buffer.from("名称,金额\n云岫坞,1\n云岫坞");
  await expect(encodingOf(bufferSource(bytes.subarray(0, bytes.length - 1)))).rejects.toMatchObject({
    code: "undecodable",
    params: { line: 3 },
  });
});

it("reads UTF-16 with its bytes in the other order", async () => {
  const bytes = Buffer.from("\uFEFF名称\t金额\n云岫坞\t1\n", "utf16le").swap16();
  const table = await openTable(bufferSource(bytes));
  expect([table.encoding, table.separator, table.head[1]?.cells]).toEqual(["utf-16be", "\t", ["云岫坞", "1"]]);
});

it.each(["utf-16le", "utf-16be"] as const)("reads %s from which the mark has been left out", async (encoding) => {
  const bytes = Buffer.from("Customer,Grade\r\n云岫坞,A\r\n", "utf16le");
  const table = await openTable(bufferSource(encoding === "utf-16be" ? bytes.swap16() : bytes));
  expect([table.encoding, table.head.map(({ cells }) => cells)]).toEqual([
    encoding,
    [
      ["Customer", "Grade"],
      ["云岫坞", "A"],
    ],
  ]);
});

it.each([
  ["UTF-8", Buffer.from(`客户名称,级别\n${"a,".repeat(1_500_000)}`)],
  ["GB18030", Buffer.concat([Buffer.from([0xbf, 0xcd, 0x0a]), Buffer.alloc(5_000_000, "a")])],
])("gives up a file in %s that has no line breaks", async (_encoding, bytes) => {
  expect(await refusal(bytes)).toEqual({ code: "rowTooLong", line: 2 });
});

const noWorld = { members: memberFinder([]), customers: customerFinder([]), grades: ["A"], stages: [] };

it("says which line cannot be read of a file that is read as somebody has said", async () => {
  const bytes = Buffer.concat([Buffer.from(`客户名称,级别\n${"云岫坞,A\n".repeat(20_000)}`), Buffer.from([0xff])]);
  const read = readTable(bufferSource(bytes), customersPurpose, noWorld, [], { encoding: "utf-8" });
  await expect(read).rejects.toMatchObject({ code: "undecodable", params: { line: 20_002 } });
});

it("reads a file in the encoding that somebody has said where none was found", async () => {
  // A name that is Chinese in UTF-8 as well.
  const inGb18030 = "bfcdbba7c3fbb3c62cbcb6b1f00ae5aea2e688b72c410a";
  const source = bufferSource(Buffer.from(inGb18030, "hex"));
  await expect(readTable(source, customersPurpose, noWorld, [])).rejects.toMatchObject({ code: "twoEncodings" });
  const read = await readTable(source, customersPurpose, noWorld, [], { encoding: "gb18030" });
  expect(read.table.head.map(({ cells }) => cells)).toEqual([
    ["客户名称", "级别"],
    ["瀹㈡埛", "A"],
  ]);
});

/** A workbook of these sheets, in their XML. */
function workbook(sheets: readonly string[], more: Readonly<Record<string, string>> = {}): Buffer {
  const each = (xml: (n: number) => string) => sheets.map((_, n) => xml(n)).join("");
  return archiveOf({
    "xl/workbook.xml": `<workbook><sheets>${each((n) => `<sheet name="S${n}" r:id="r${n}"/>`)}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${each((n) => `<Relationship Id="r${n}" Target="worksheets/${n}.xml"/>`)}</Relationships>`,
    ...Object.fromEntries(sheets.map((xml, n) => [`xl/worksheets/${n}.xml`, `<worksheet>${xml}</worksheet>`])),
    ...more,
  });
}

const cell = (reference: string, text: string) => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
const heading = `<row r="1">${cell("A1", "客户名称")}${cell("B1", "级别")}</row>`;
const sheet = (rows: string, before = "") => `${before}<sheetData>${heading}${rows}</sheetData>`;
const readSheet = async (bytes: Buffer) => {
  const rows = [];
  for await (const row of (await openTable(bufferSource(bytes))).rows()) rows.push(row.cells);
  return rows;
};

it.each([
  ["twice", `<row r="2">${cell("A2", "甲")}</row><row r="2">${cell("A2", "乙")}</row>`],
  ["backwards", `<row r="3">${cell("A3", "甲")}</row><row r="2">${cell("A2", "乙")}</row>`],
  ["by no number", `<row r="x">${cell("A2", "甲")}</row>`],
  ["by one that no sheet has", `<row r="99999999999">${cell("A2", "甲")}</row>`],
])("refuses a workbook whose rows are counted %s", async (_how, rows) => {
  await expect(readSheet(workbook([sheet(rows)]))).rejects.toMatchObject({ code: "damaged" });
});

it("refuses a workbook with a cell that is nowhere", async () => {
  const bytes = workbook([sheet(`<row r="2">${cell("2A", "甲")}${cell("", "B")}</row>`)]);
  await expect(readSheet(bytes)).rejects.toMatchObject({ code: "damaged" });
});

it("reads a workbook that hides more columns than there are", async () => {
  const columns = '<cols><col min="-100000000" max="999999999" hidden="1"/></cols>';
  const bytes = workbook([sheet(`<row r="2">${cell("a2", "甲")}</row>`, columns)]);
  expect(await readSheet(bytes)).toEqual([["客户名称", "级别"], ["甲"]]);
});

it("looks at each letter of a tag once, whatever stands in its attributes", async () => {
  const bytes = workbook([sheet(`<row r="2" x="${">".repeat(200_000)}">${cell("A2", "甲")}</row>`)]);
  expect(await readSheet(bytes)).toEqual([["客户名称", "级别"], ["甲"]]);
});

it("reads the texts of a workbook once, however many sheets it has", async () => {
  const texts = { "xl/sharedStrings.xml": `<sst>${"<si><t>甲</t></si>".repeat(5_000)}</sst>` };
  const sheets = Array.from({ length: 100 }, () => sheet(""));
  const source = bufferSource(workbook(sheets, texts));
  const begun = new Map<number, number>();
  const counting = {
    ...source,
    stream: (from = 0, length?: number) => {
      begun.set(from, (begun.get(from) ?? 0) + 1);
      return source.stream(from, length);
    },
  };
  const read = await readTable(counting, customersPurpose, noWorld, []);
  expect(read.table.sheet).toBe("S0");
  // To find the sheet and to read it, not for each of them.
  expect(Math.max(...begun.values())).toBeLessThan(10);
});

/** An archive of files as they are. */
function archiveOf(files: Readonly<Record<string, string>>): Buffer {
  const [parts, entries]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const whole = archive(name, Buffer.from(content));
    const size = whole.readUInt32LE(whole.length - 6);
    const entry = whole.subarray(size, whole.length - 22);
    entry.writeUInt32LE(at, 42);
    parts.push(whole.subarray(0, size));
    entries.push(entry);
    at += size;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}

/** An archive of one file that states its size as it is told to. */
function archive(name: string, content: Buffer, statedBytes = content.length): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(statedBytes, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}

it("refuses an archive that lies about what it unpacks to, after as much as it had said", async () => {
  const bytes = archive("xl/workbook.xml", Buffer.alloc(5_000_000, 32), 1_000);
  expect(await refusal(bytes)).toEqual({ code: "damaged" });
});

it("refuses an archive that is no workbook", async () => {
  expect(await refusal(archive("word/document.xml", Buffer.from("<x/>")))).toEqual({ code: "notATable" });
});

it("refuses XML with a document type, and with it every entity", async () => {
  const bytes = archive("xl/workbook.xml", Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><workbook/>'));
  expect(await refusal(bytes)).toEqual({ code: "damaged" });
});

it.each([
  ["%PDF-1.7 ...", "notATable"],
  ["\uFEFF  <!DOCTYPE html><html></html>", "webPage"],
  ['[{"a": 1}]', "json"],
  ["  \r\n ", "empty"],
])("says what %j is", async (content, code) => {
  expect(await refusal(Buffer.from(content))).toEqual({ code });
});
