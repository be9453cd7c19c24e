/** What has been opened and not yet closed: an object with its keys so far, or a list with its place. */
type Open = { keys: Set<string>; key: string } | { keys: null; key: number };

/**
 * The paths of keys that stand in one object more than once. Readers differ in which of the two they believe, so what one part
 * has checked may not be what another one does.
 * @param json a text that JSON.parse has accepted
 */
export function repeatedKeys(json: string): string[] {
  const found: string[] = [];
  const open: Open[] = [];
  let keyIsNext = false;
  for (let at = 0; at < json.length; at += 1) {
    const inner = open.at(-1);
    switch (json[at]) {
      case "{":
        open.push({ keys: new Set(), key: "" });
        keyIsNext = true;
        break;
      case "[":
        open.push({ keys: null, key: 0 });
        keyIsNext = false;
        break;
      case "}":
      case "]":
        open.pop();
        keyIsNext = false;
        break;
      case ",":
        if (inner?.keys === null) inner.key += 1;
        else keyIsNext = true;
        break;
      case '"': {
        const end = endOfText(json, at);
        if (keyIsNext && inner !== undefined && inner.keys !== null) {
          inner.key = keyOf(json.slice(at, end + 1));
          if (inner.keys.has(inner.key)) found.push(open.map(({ key }) => key).join("."));
          inner.keys.add(inner.key);
          keyIsNext = false;
        }
        at = end;
      }
    }
  }
  return found;
}

function endOfText(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at += 1) {
    if (json[at] === "\\") at += 1;
    else if (json[at] === '"') return at;
  }
  return json.length;
}

/** `"a"` and `"\u0061"` are the same key. */
function keyOf(quoted: string): string {
  return quoted.includes("\\") ? String(JSON.parse(quoted)) : quoted.slice(1, -1);
}
