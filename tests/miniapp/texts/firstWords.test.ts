import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/* Whoever opens 今日 in a browser waits for what it imports, and for nothing else: words of other pages are areas that come with those. */

const root = path.resolve(__dirname, "../../..");
const endings = [".ts", ".tsx", ".h5.ts", ".h5.tsx", "/index.ts", "/index.tsx", "/index.h5.ts", "/index.h5.tsx"];

function fileOf(from: string, name: string): string | undefined {
  const base = name.startsWith("@/")
    ? path.join(root, "miniapp", name.slice(2))
    : name.startsWith(".")
      ? path.resolve(path.dirname(from), name)
      : null;
  return endings.map((ending) => `${base ?? ""}${ending}`).find((file) => base !== null && existsSync(file));
}

/** What a file loads at once: neither types nor what `import()` fetches later. */
function loadedBy(file: string): string[] {
  const found = readFileSync(file, "utf8").matchAll(/^(?:import|export) (?!type )(?:[^;"]*? from )?"([^"]+)"/gm);
  return [...found].flatMap(([, name = ""]) => fileOf(file, name) ?? []);
}

function allLoadedBy(...files: string[]): Set<string> {
  const seen = new Set<string>();
  const look = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    loadedBy(file).forEach(look);
  };
  files.forEach((file) => look(path.join(root, file)));
  return seen;
}

const areasIn = (files: Set<string>): string[] =>
  [...files].filter((file) => file.includes("/texts/areas/")).map((file) => path.relative(root, file));

it("今日 waits for the first words alone", () => {
  expect(areasIn(allLoadedBy("miniapp/app.tsx", "miniapp/pages/tabs/home/index.tsx"))).toEqual([]);
});

it("打卡 has its words with it", () => {
  expect(areasIn(allLoadedBy("miniapp/pages/tabs/do/index.tsx"))).toContain("miniapp/texts/areas/main/field.ts");
});
