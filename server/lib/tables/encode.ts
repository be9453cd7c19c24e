import type { TableEncoding } from "./encoding";

/** Text as the bytes of an encoding, some at a time, with the mark that spreadsheet programs know it by. */
export async function* encoded(texts: AsyncIterable<string>, encoding: TableEncoding): AsyncIterable<Buffer> {
  const encode = encoders[encoding];
  if (encoding !== "gb18030") yield encode("\uFEFF");
  let text = "";
  for await (const piece of texts) {
    text += piece;
    if (text.length < pieceLetters) continue;
    yield encode(text);
    text = "";
  }
  if (text !== "") yield encode(text);
}

const pieceLetters = 16 * 1024;

const encoders: Record<TableEncoding, (text: string) => Buffer> = {
  "utf-8": (text) => Buffer.from(text, "utf8"),
  "utf-16le": (text) => Buffer.from(text, "utf16le"),
  "utf-16be": (text) => Buffer.from(text, "utf16le").swap16(),
  gb18030: (text) => Buffer.concat(Array.from(text, (letter) => gb18030Of(letter))),
};

let twoBytes: Map<string, Buffer> | null = null;
let fourBytes: Map<string, Buffer> | null = null;

/**
 * Node decodes GB18030 and does not encode it: its letters of two bytes are what decoding all of them gives. Those of four bytes are gone through
 * once one is asked for that is not among them, and beyond the first plane they are counted.
 */
function gb18030Of(letter: string): Buffer {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80) return Buffer.from([code]);
  twoBytes ??= decodedPairs();
  const pair = twoBytes.get(letter);
  if (pair) return pair;
  if (code >= 0x10000) return countedBytes(189_000 + code - 0x10000);
  fourBytes ??= decodedFours();
  return fourBytes.get(letter) ?? Buffer.from("?");
}

function decodedPairs(): Map<string, Buffer> {
  const decoder = new TextDecoder("gb18030");
  const pairs = new Map<string, Buffer>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const bytes = Buffer.from([lead, trail]);
      const letter = decoder.decode(bytes);
      if (Array.from(letter).length === 1 && letter !== "\uFFFD" && !pairs.has(letter)) pairs.set(letter, bytes);
    }
  }
  return pairs;
}

/** The last place of four bytes in the first plane. */
const firstPlaneMax = 39_419;

function decodedFours(): Map<string, Buffer> {
  const decoder = new TextDecoder("gb18030");
  const fours = new Map<string, Buffer>();
  for (let place = 0; place <= firstPlaneMax; place += 1) {
    const bytes = countedBytes(place);
    const letter = decoder.decode(bytes);
    if (Array.from(letter).length === 1 && letter !== "\uFFFD" && !fours.has(letter)) fours.set(letter, bytes);
  }
  return fours;
}

/** The four bytes of a place, as the encoding counts them: 10, 126 and 10 of them stand in a row. */
const countedBytes = (place: number): Buffer =>
  Buffer.from([
    0x81 + Math.floor(place / 12_600),
    0x30 + (Math.floor(place / 1_260) % 10),
    0x81 + (Math.floor(place / 10) % 126),
    0x30 + (place % 10),
  ]);
