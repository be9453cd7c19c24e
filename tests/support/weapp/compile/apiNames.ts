import { readFileSync } from "node:fs";
import path from "node:path";

/**
 * Names of `wx.*` from WeChat's own typings, each with the base library that brought it ("" for those of the first), so
 * that a misspelt `wx.getLocaton`, or a function newer than the phone, is undefined here as it is there.
 */
export function apiNames(): Record<string, string> {
  return (read ??= readNames());
}

let read: Record<string, string> | undefined;

function readNames(): Record<string, string> {
  const folder = path.dirname(require.resolve("miniprogram-api-typings/package.json"));
  // Comments hold sample code that looks like declarations: only the version that they name is kept.
  const text = readFileSync(path.join(folder, "types/wx/lib.wx.api.d.ts"), "utf8").replace(
    /\/\*[^]*?\*\//g,
    (comment) => `/*${/需要基础库： `([\d.]+)`/.exec(comment)?.[1] ?? ""}*/`,
  );
  const from = text.search(/^ {4}interface Wx \{/m);
  const body = text.slice(from, text.indexOf("\n    }\n", from));
  const names: Record<string, string> = { env: "" };
  for (const [, since = "", name = ""] of body.matchAll(/\/\*([\d.]*)\*\/\s*\n {8}(\w+)\s*[<(?:]/g))
    names[name] ??= since;
  const count = Object.keys(names).length;
  if (count < 450) throw new Error(`Only ${count} names of wx.* found: have the typings changed their form?`);
  return names;
}
