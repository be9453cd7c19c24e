import type { Contract } from "@shared/contracts";
import { length } from "./length";
import type { RawCall } from "./testApi";

/**
 * Ways to spoil a valid call that no contract may accept. Each is made from the call's own example, so every operation
 * gets them for free.
 */
export interface Corruption {
  what: string;
  call: RawCall;
}

type Path = (string | number)[];

/** Values that are bad in any field, whatever its type. */
const badAnywhere: Record<string, unknown> = {
  "an operator in place of a value": { $gt: "" },
  "a list of operators": [{ $ne: null }],
  "an object with a function's name": { toString: "x" },
  "a list in a list": [[[]]],
  "a truth value": true,
  "a number beyond exactness": 1e300,
  "a control character": "a\u0000b",
  "half a character": "a\ud800b",
  "a text that runs backwards": "a\u202Eb",
  "an empty text": "",
  "a very long text": "长".repeat(20_000),
};

/** Bytes that are no UTF-8, or that say a character in a way that UTF-8 forbids. */
const notUtf8: Record<string, number[]> = {
  "a lone byte": [0xff],
  "a character that breaks off": [0xe6, 0xb5],
  "an overlong slash": [0xc0, 0xaf],
  "half a character as bytes": [0xed, 0xa0, 0x80],
  "a character beyond Unicode": [0xf4, 0x90, 0x80, 0x80],
  "text in GBK": [0xba, 0xa3, 0xd4, 0xc0],
};

/** A text with bytes in place of its `@@`. */
function spliced(text: string, bytes: number[]): Buffer {
  const [before = "", after = ""] = text.split("@@");
  return Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)]);
}

/** Texts that look like another one, or like none: bad wherever a text may stand. */
const unseen: Record<string, string> = {
  "a text that only looks empty": "\u3164",
  "a soft hyphen": "a\u00ADb",
  "the blank of Braille": "\u2800",
  "a vowel separator that nobody sees": "\u180E",
  "a joiner outside an emoji": "海\u200D岳",
  "a variant of nothing": "\uFE0F",
  "a tag that nobody sees": "a\u{E0041}",
  "a mark on nothing": "\u0301",
};

const unseenIn = (value: unknown): Record<string, unknown> => (typeof value === "string" ? unseen : {});

/** Values that look like what is there. Only those are given that cannot be meant. */
function lookAlikes(name: string, value: unknown): Record<string, unknown> {
  if (typeof value === "number")
    return { "a number as text": String(value), "not a number": "NaN", "minus infinity": "-Infinity" };
  if (value === null) return {};
  if (typeof value !== "string") return { "a text instead of an object": "x", "a number instead of an object": 7 };
  const found: Record<string, unknown> = { "a number instead of a text": 7 };
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    Object.assign(found, {
      "30 February": "2026-02-30",
      "month 13": "2026-13-01",
      "the year 0": "0000-01-01",
      "a day with a time": `${value}T00:00`,
    });
  } else if (/^\d{4}-\d{2}$/.test(value)) {
    Object.assign(found, { "month 13": "2026-13", "month 0": "2026-00", "a whole day": "2026-03-01" });
  } else if (/^\d{4}-\d{2}-\d{2}T/.test(value)) {
    Object.assign(found, {
      "noon on 30 February": "2026-02-30T12:00:00+08:00",
      "25 o'clock": "2026-03-26T25:00:00+08:00",
      "no offset": "2026-03-26T09:00:00",
    });
  } else if (/^[0-9a-f-]{36}$/.test(value)) {
    Object.assign(found, {
      "an id with a look-alike letter": value.replace(/[0-9a-f]/, "а"),
      "half an id": value.slice(0, 18),
    });
  } else if (name.endsWith("Id")) {
    Object.assign(found, {
      "an id with a look-alike letter": `а${value}`,
      "a way out of a folder": `../${value}`,
      "an id with a space": `${value} `,
    });
  }
  return found;
}

/**
 * Every so many of the ways, other ones for the next operation: what no operation has by itself, since one place reads it for all,
 * is usually tried on some. In the soak each operation gets all.
 */
const inTurn = <Way>(ways: readonly Way[], nth: number, usual: number): Way[] =>
  ways.filter((_, way) => (way + nth) % length(usual, 1) === 0);

/**
 * Everything that is sent instead of the example's call.
 * @param nth which of the operations it is, by which the ways take turns
 */
export function corruptionsOf({ example, body, content, params, query }: Contract, nth: number): Corruption[] {
  return [
    ...(body ? bodyCorruptions(example, example.body ?? {}, nth, body) : []),
    // Where every field may be left out, so may the body.
    ...(body && !body.safeParse({}).success ? [{ what: "no body at all", call: { ...example, body: undefined } }] : []),
    ...(content ? contentCorruptions(example, content) : []),
    ...(params ? addressCorruptions(example, "params", nth) : []),
    ...(query ? addressCorruptions(example, "query", nth) : []),
    ...queryCorruptions(example, nth),
  ];
}

// Made once: as a text for each operation anew it would also be encoded each time.
const tenMegabytes = Buffer.alloc(10_000_000, "x");

function bodyCorruptions(
  example: RawCall,
  body: Record<string, unknown>,
  nth: number,
  schema: NonNullable<Contract["body"]>,
): Corruption[] {
  const found: Corruption[] = [];
  const add = (what: string, spoilt: unknown) => found.push({ what, call: { ...example, body: spoilt } });
  const written = JSON.stringify(body).slice(1);
  const withMore = (more: string) => `${JSON.stringify(body).slice(0, -1)},${more}}`.replace("{,", "{");

  const unreadable = {
    "no JSON": "{",
    "a number that JSON does not know": '{"a":NaN}',
    "a body that begins with a byte order mark": `\uFEFF${JSON.stringify(body)}`,
  };
  for (const [what, text] of inTurn(Object.entries(unreadable), nth, 3)) add(what, text);
  for (const whole of inTurn([[], [body], "text", 7], nth, 4))
    add(`a body that is ${JSON.stringify(whole).slice(0, 20)}`, JSON.stringify(whole));
  const tooMuch: Record<string, () => string | Buffer> = {
    "a body of 10 MB": () => {
      const [before = "", after = ""] = withMore('"more":"@@"').split("@@");
      return Buffer.concat([Buffer.from(before), tenMegabytes, Buffer.from(after)]);
    },
    "an object 5,000 deep": () => withMore(`"more":${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`),
  };
  for (const [what, make] of inTurn(Object.entries(tooMuch), nth, 2)) add(what, make());
  // A contract that lets keys pass lets all pass; which ones are dangerous is the same everywhere.
  for (const key of inTurn(["__proto__", "constructor", "prototype", "$where", "a.b"], nth, 5))
    add(`the key ${key}`, withMore(`"${key}":{"admin":true}`));
  add("the key unknown", withMore('"unknown":{"admin":true}'));

  for (const [at, [key, value]] of Object.entries(body).entries()) {
    const spellings = {
      twice: JSON.stringify(key),
      "twice, once spelled another way": `"\\u${key.charCodeAt(0).toString(16).padStart(4, "0")}${key.slice(1)}"`,
    };
    for (const [what, spelled] of inTurn(Object.entries(spellings), nth + at, 2))
      add(`${key} ${what}`, `{${spelled}:${JSON.stringify(value)},${written}`);
    if (typeof value !== "string") continue;
    for (const [what, bytes] of inTurn(Object.entries(notUtf8), nth + at, 6))
      add(`${what} in ${key}`, spliced(JSON.stringify({ ...body, [key]: "@@" }), bytes));
  }

  for (const [at, path] of pathsIn(body).entries()) {
    const name = path.join(".");
    const value = path.reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], body);
    const ways = [
      ...inTurn(Object.entries({ ...badAnywhere, ...unseenIn(value) }), nth + at, 8),
      ...inTurn(Object.entries(lookAlikes(name, value)), nth + at, 3),
    ];
    for (const [what, bad] of ways) {
      if (typeof value === typeof bad && JSON.stringify(bad) === JSON.stringify(value)) continue;
      // Where a contract takes it, it says so in so many words: the answer to a question for photos has no text.
      if (bad === "" && schema.safeParse(replaced(body, path, bad)).success) continue;
      add(`${what} in ${name}`, replaced(body, path, bad));
    }
    if (typeof value === "number")
      add(`1e400 in ${name}`, JSON.stringify(replaced(body, path, "@@")).replace('"@@"', "1e400"));
  }
  return found;
}

/** What is no picture, or none of those that are taken. */
function contentCorruptions(example: RawCall, content: NonNullable<Contract["content"]>): Corruption[] {
  const bytesMax = content[example.content?.type ?? ""] ?? 0;
  const whole = Buffer.from(example.content?.base64 ?? "", "base64");
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd" width="9" height="9"/></svg>';
  const bytesOf: Record<string, Buffer> = {
    "an empty file": Buffer.alloc(0),
    "a page": Buffer.from("<html><script>alert(1)</script></html>"),
    "a drawing that names files": Buffer.from(svg),
    "an animation": Buffer.from("R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=", "base64"),
    "a photo that broke off": whole.subarray(0, whole.length - 20),
    "a photo without its head": whole.subarray(20),
    zeros: Buffer.alloc(1_000),
    "more than may be sent": Buffer.concat([whole, Buffer.alloc(bytesMax)]),
  };
  const type = example.content?.type ?? "";
  const as = (what: string, bytes: Buffer, called = type) => ({
    what,
    call: { ...example, content: { type: called, base64: bytes.toString("base64") } },
  });
  return [
    { what: "JSON in place of a file", call: { ...example, content: undefined, body: {} } },
    { what: "no file at all", call: { ...example, content: undefined } },
    ...["application/json", "image/svg+xml", "image/gif", "text/html", ""].map((other) =>
      as(`a file that is called ${other}`, whole, other),
    ),
    ...Object.entries(bytesOf).map(([what, bytes]) => as(what, bytes)),
  ];
}

function addressCorruptions(example: RawCall, part: "params" | "query", nth: number): Corruption[] {
  const given = example[part] ?? {};
  const found: Corruption[] = [];
  const bad = (name: string, value: unknown): Record<string, unknown> => {
    const { "a very long text": _long, "an empty text": _empty, ...rest } = badAnywhere;
    const texts = Object.fromEntries(
      Object.entries(rest).filter(([, one]) => typeof one === "object" || typeof one === "string"),
    );
    // A shorter id may be somebody's.
    const { "a number instead of a text": _number, "half an id": _half, ...alike } = lookAlikes(name, value);
    return { ...texts, ...unseenIn(value), ...alike, "a text of 4,000 characters": "x".repeat(4_000) };
  };
  for (const [at, [name, value]] of Object.entries(given).entries()) {
    for (const [what, spoilt] of inTurn(Object.entries(bad(name, value)), nth + at, 3)) {
      // Half a character cannot be written in an address at all.
      if (what === "half a character") continue;
      found.push({ what: `${what} in ${name}`, call: { ...example, [part]: { ...given, [name]: spoilt } } });
    }
  }
  return found;
}

/** What no operation's address may hold, whether it has parameters or not. */
function queryCorruptions(example: RawCall, nth: number): Corruption[] {
  const with_ = (what: string, rawQuery: string) => ({ what, call: { ...example, rawQuery } });
  const names = ["__proto__", "constructor", "a[$gt]", "$where", "a\u3164"];
  return [
    with_("the parameter unknown", "unknown=1"),
    ...inTurn(names, nth, 5).map((key) => with_(`the parameter ${key}`, `${encodeURIComponent(key)}=1`)),
    ...inTurn(
      [
        with_("an unknown parameter twice", "unknown=1&unknown=1"),
        with_("a parameter without a value", "unknown"),
        with_("a parameter without a name", "=1"),
        with_("a parameter that is no UTF-8", "unknown=%FF"),
        with_("a parameter whose name is no UTF-8", "%C0%AF=1"),
      ],
      nth,
      5,
    ),
    ...Object.entries(example.query ?? {}).map(([name, value]) =>
      with_(`the parameter ${name} twice`, new URLSearchParams({ [name]: String(value) }).toString()),
    ),
  ];
}

/** The place of every value in a body, objects included. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  if (value === null || typeof value !== "object") return path.length === 0 ? [] : [path];
  const below = Object.entries(value).flatMap(([key, part]) => pathsIn(part, [...path, key]));
  return path.length === 0 ? below : [path, ...below];
}

function replaced(body: Record<string, unknown>, path: Path, value: unknown): unknown {
  const copy = structuredClone(body);
  const last = path[path.length - 1] ?? "";
  const holder = path
    .slice(0, -1)
    .reduce<Record<string, unknown>>((part, key) => part[key] as Record<string, unknown>, copy);
  holder[last] = value;
  return copy;
}
