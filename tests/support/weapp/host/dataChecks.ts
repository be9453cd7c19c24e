import type { Journal } from "./journal";

/** WeChat refuses more in one setData. */
const MAX_SET_DATA_BYTES = 1024 * 1024;

/**
 * Takes data over the border between logic and view as the client does: through JSON, below 1 MiB, and with a template
 * for every node that Taro asks to render. The client would show nothing for such a node and say so nowhere.
 */
export function checkData(data: unknown, route: string, templateNames: ReadonlySet<string>, journal: Journal): unknown {
  const json = JSON.stringify(data);
  const bytes = utf8Bytes(json);
  journal.sizes.push({ route, bytes });
  if (bytes > MAX_SET_DATA_BYTES) journal.fail("setData", `${bytes} bytes on ${route}: the client takes at most 1 MiB`);
  const copy: unknown = JSON.parse(json);
  for (const kind of kindsOf(copy)) {
    const drawn = [`tmpl_0_${kind}`, `tmpl_0_${kind}_blur`].some((name) => templateNames.has(name));
    if (!drawn) journal.fail("setData", `Template "tmpl_0_${kind}" not found: ${route} shows nothing for this node`);
  }
  return copy;
}

function kindsOf(value: unknown, kinds = new Set<string>()): Set<string> {
  if (typeof value !== "object" || value === null) return kinds;
  if ("nn" in value && typeof value.nn === "string") kinds.add(value.nn);
  for (const child of Object.values(value)) kindsOf(child, kinds);
  return kinds;
}

function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const sign of text) {
    const point = sign.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}
