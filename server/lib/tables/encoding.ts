import { TableRefused, tableLimits } from "./refused";
import type { TableSource } from "./source";

export const tableEncodings = ["utf-8", "utf-16le", "utf-16be", "gb18030"] as const;
export type TableEncoding = (typeof tableEncodings)[number];

/**
 * The encoding of a text, found by decoding it strictly: what a byte order mark says, else UTF-8, else GB18030. Two of them in one file are
 * refused with the first line that is not of the other.
 */
export async function encodingOf(source: TableSource): Promise<TableEncoding> {
  const marked = twoByteEncodingOf(await source.read(0, headBytes));
  if (marked) return checked(source, marked);
  if (await decodes(source, "utf-8")) return "utf-8";
  const lines = await linesByEncoding(source);
  // What is UTF-8 by chance in another encoding has no letter of three bytes.
  if (lines.chinese > 0) {
    const line = lines.chinese >= lines.others ? lines.firstOther : lines.firstChinese;
    throw new TableRefused(lines.others === 1 && lines.lastIsOther ? "undecodable" : "twoEncodings", { line });
  }
  return checked(source, "gb18030");
}

const headBytes = 512;

/**
 * UTF-16 by its mark, or where somebody has left that out: no other text has bytes that are zero, and of two that are a letter, digit or
 * separator of ASCII one is, always the same.
 */
function twoByteEncodingOf(head: Buffer): TableEncoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const [first = 0, second = 0] = [0, 1].map((from) => head.filter((byte, at) => at % 2 === from && byte === 0).length);
  if (Math.min(first, second) > 0 || Math.max(first, second) <= head.length / 8) return null;
  return first > 0 ? "utf-16be" : "utf-16le";
}

async function checked(source: TableSource, encoding: TableEncoding): Promise<TableEncoding> {
  if (await decodes(source, encoding)) return encoding;
  throw new TableRefused("undecodable", { line: await firstWrongLine(source, encoding) });
}

async function decodes(source: TableSource, encoding: TableEncoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const piece of source.stream()) decoder.decode(piece, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

const fits = (line: Buffer, encoding: TableEncoding): boolean => {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(line);
    return true;
  } catch {
    return false;
  }
};

const rowBytesMax = tableLimits.rowLetters * 4;

/** Lines as bytes; only for encodings in which no part of another letter is a line feed. */
async function* linesOf(source: TableSource): AsyncIterable<Buffer> {
  let rest = Buffer.alloc(0);
  let number = 1;
  for await (const piece of source.stream()) {
    rest = Buffer.concat([rest, piece]);
    let end = nextBreak(rest);
    while (end) {
      yield rest.subarray(0, end.at);
      rest = rest.subarray(end.next);
      number += 1;
      end = nextBreak(rest);
    }
    if (rest.length > rowBytesMax) throw new TableRefused("rowTooLong", { line: number });
  }
  if (rest.length > 0) yield rest;
}

function nextBreak(bytes: Buffer): { at: number; next: number } | null {
  const [feed, carriage] = [bytes.indexOf(0x0a), bytes.indexOf(0x0d)];
  if (carriage >= 0 && (feed < 0 || carriage < feed) && carriage < bytes.length - 1) {
    return { at: carriage, next: bytes[carriage + 1] === 0x0a ? carriage + 2 : carriage + 1 };
  }
  return feed < 0 || (carriage >= 0 && carriage < feed) ? null : { at: feed, next: feed + 1 };
}

async function linesByEncoding(source: TableSource) {
  const found = { chinese: 0, others: 0, firstChinese: 0, firstOther: 0, lastIsOther: false };
  let number = 0;
  for await (const line of linesOf(source)) {
    number += 1;
    const isUtf8 = fits(line, "utf-8");
    found.lastIsOther = !isUtf8;
    if (!isUtf8) {
      found.others += 1;
      found.firstOther ||= number;
    } else if (line.some((byte) => byte >= 0xe0)) {
      found.chinese += 1;
      found.firstChinese ||= number;
    }
  }
  return found;
}

/** How many pieces of a file can be decoded, and how many line feeds are in them. */
async function decodable(source: TableSource, encoding: TableEncoding): Promise<{ pieces: number; feeds: number }> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const found = { pieces: 0, feeds: 0 };
  try {
    for await (const piece of source.stream()) {
      found.feeds += feedsIn(decoder.decode(piece, { stream: true }));
      found.pieces += 1;
    }
  } catch {
    return found;
  }
  return found;
}

const feedsIn = (text: string): number => text.split("\n").length - 1;

async function firstWrongLine(source: TableSource, encoding: TableEncoding): Promise<number> {
  const { pieces, feeds } = await decodable(source, encoding);
  const decoder = new TextDecoder(encoding, { fatal: true });
  let line = 1 + feeds;
  let number = 0;
  try {
    for await (const piece of source.stream()) {
      number += 1;
      if (number <= pieces) {
        decoder.decode(piece, { stream: true });
        continue;
      }
      // Byte by byte in the one piece that has it, so that what stands before the first wrong one is counted.
      for (const byte of piece) line += feedsIn(decoder.decode(Buffer.from([byte]), { stream: true }));
    }
    decoder.decode();
  } catch {
    return line;
  }
  return line;
}

/** The text of a file in pieces, without its byte order mark. */
export async function* decoded(source: TableSource, encoding: TableEncoding): AsyncIterable<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const piece of source.stream()) yield decoder.decode(piece, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_ENCODING_INVALID_ENCODED_DATA")
      throw new TableRefused("undecodable", { line: await firstWrongLine(source, encoding) });
    throw error;
  }
}
