import { deflateRawSync } from "node:zlib";
import { encodingOf } from "../../../../server/lib/tables/encoding";
import { openTable } from "../../../../server/lib/tables/openTable";
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
