import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as engine from "@shared/domain/pay";

const root = join(__dirname, "../../../..");
const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(root, folder, name), "utf8"));

/** What the server imports of the engine's folder: phones have an entry of their own. */
function importedByServer(): Set<string> {
  const imports = sources("server").flatMap((text) => [
    ...text.matchAll(/(?:import|export) \{([^}]*)\} from "@shared\/domain\/pay"/g),
  ]);
  const names = imports.flatMap(([, list = ""]) => list.split(",").map((name) => name.trim().split(" as ")[0] ?? ""));
  return new Set(names);
}

describe("what the engine's folder exports", () => {
  it("is used by the server, or named by the engine's own page", () => {
    const used = importedByServer();
    const readme = readFileSync(join(root, "shared/domain/pay/README.md"), "utf8");
    const named = new Set([...readme.matchAll(/\b\w+\b/g)].map(([name]) => name));
    expect(used.size).toBeGreaterThan(40);
    expect(Object.keys(engine).filter((name) => !used.has(name) && !named.has(name))).toEqual([]);
  });
});
