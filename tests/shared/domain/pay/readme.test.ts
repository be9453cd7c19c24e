import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { transformSync } from "@babel/core";
import * as engine from "@shared/domain/pay";

const root = join(__dirname, "../../../..");
const readme = readFileSync(join(root, "shared/domain/pay/README.md"), "utf8");
const example = /```ts\n([^]*?)```/.exec(readme)?.[1] ?? "";

describe("the example of the engine's own page", () => {
  it("prints what is written beside it", () => {
    const options = { filename: join(root, "example.ts"), configFile: join(root, "babel.config.js") };
    const code = transformSync(example, options)?.code ?? "";
    const printed: string[] = [];
    const says = { log: (text: unknown) => printed.push(String(text)) };
    const load = (name: string): unknown => jest.requireActual(name);
    runInNewContext(code, { require: load, exports: {}, console: says });
    const written = [...example.matchAll(/console\.log\(.*; \/\/ (.+)$/gm)].flatMap(([, text]) => text?.split("; "));
    expect(printed).toEqual(written);
    expect(printed).toHaveLength(5);
  });

  it("is beside a table whose calls are all there", () => {
    const calls = /## What to call\n([^]*)$/.exec(readme)?.[1] ?? "";
    const named = [...calls.matchAll(/`(\w+)`/g)].map(([, name]) => name ?? "");
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !(name in engine))).toEqual([]);
  });

  it("is as short as it promises", () => {
    expect(example.split("\n").filter((line) => line !== "").length).toBeLessThanOrEqual(20);
  });
});
