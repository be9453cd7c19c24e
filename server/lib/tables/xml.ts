import { TableRefused } from "./refused";

/** What a piece of XML says: a tag that opens, one that closes, or the text between. */
export type XmlEvent =
  | { is: "open"; name: string; attributes: Readonly<Record<string, string>>; isEmpty: boolean }
  | { is: "close"; name: string }
  | { is: "text"; text: string };

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const plain = (text: string): string =>
  text.includes("&")
    ? text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, digits?: string, name?: string) => {
        if (name) return named[name] ?? whole;
        const code = hex ? parseInt(hex, 16) : Number(digits);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      })
    : text;

const withoutPrefix = (name: string): string => name.slice(name.indexOf(":") + 1);
const tagMax = 64 * 1024;

/**
 * Reads the XML of a workbook in pieces, without building anything: a sheet never is in memory as a whole. Declarations of a document type,
 * and with them entities, are refused: no workbook has them.
 */
export async function* xmlEvents(pieces: AsyncIterable<Buffer>): AsyncIterable<XmlEvent[]> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  for await (const piece of pieces) {
    let more: string;
    try {
      more = decoder.decode(piece, { stream: true });
    } catch {
      throw new TableRefused("damaged");
    }
    const { events, at } = eventsIn(text + more);
    text = (text + more).slice(at);
    if (text.length > tagMax * 4) throw new TableRefused("damaged");
    yield events;
  }
  if (text.trim() !== "") throw new TableRefused("damaged");
}

function eventsIn(text: string): { events: XmlEvent[]; at: number } {
  const events: XmlEvent[] = [];
  let at = 0;
  for (;;) {
    const open = text.indexOf("<", at);
    if (open < 0) return { events, at };
    if (text.startsWith("<![CDATA[", open)) {
      const end = text.indexOf("]]>", open);
      if (end < 0) return { events, at };
      events.push({ is: "text", text: plain(text.slice(at, open)) + text.slice(open + 9, end) });
      at = end + 3;
      continue;
    }
    const isComment = text.startsWith("<!--", open);
    const close = isComment ? text.indexOf("-->", open) : endOfTag(text, open);
    if (close < 0) return { events, at };
    if (open > at) events.push({ is: "text", text: plain(text.slice(at, open)) });
    at = close + (isComment ? 3 : 1);
    if (isComment || text[open + 1] === "?") continue;
    if (text[open + 1] === "!") throw new TableRefused("damaged");
    events.push(tagOf(text.slice(open + 1, close)));
  }
}

/** A sign of the tag's end may stand in the value of an attribute. Each letter is looked at once, however many such signs there are. */
function endOfTag(text: string, open: number): number {
  let quote = "";
  for (let at = open + 1; at < text.length; at += 1) {
    const letter = text[at] ?? "";
    if (quote !== "") quote = letter === quote ? "" : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === ">") return at;
  }
  return -1;
}

function tagOf(tag: string): XmlEvent {
  if (tag.startsWith("/")) return { is: "close", name: withoutPrefix(tag.slice(1).trim()) };
  const isEmpty = tag.endsWith("/");
  const name = /^[^\s/]+/.exec(tag)?.[0] ?? "";
  const attributes: Record<string, string> = {};
  const written = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
  for (let match = written.exec(tag); match; match = written.exec(tag)) {
    attributes[match[1] ?? ""] = plain(match[2] ?? match[3] ?? "");
  }
  return { is: "open", name: withoutPrefix(name), attributes, isEmpty };
}
