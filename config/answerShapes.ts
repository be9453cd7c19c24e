import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import { operations } from "@shared/api/operations";
import { contracts } from "@shared/contracts";
import * as checkIns from "@shared/contracts/checkIns";
import { businessDay, instant, month } from "@shared/contracts/common";
import type { Contract } from "@shared/contracts/contract";
import * as customerMerges from "@shared/contracts/customerMerges";
import * as customers from "@shared/contracts/customers";
import * as customerViews from "@shared/contracts/customerViews";
import * as exported from "@shared/contracts/exports";
import * as notices from "@shared/contracts/notices";
import { planShape } from "@shared/contracts/planShape";
import * as praise from "@shared/contracts/praise";
import * as reviews from "@shared/contracts/reviews";
import * as sales from "@shared/contracts/sales";
import * as statements from "@shared/contracts/statements";
import { syncKinds } from "@shared/contracts/sync";
import * as targets from "@shared/contracts/targets";
import * as tasks from "@shared/contracts/tasks";
import * as teams from "@shared/contracts/teams";
import * as visits from "@shared/contracts/visits";
import type { Shape } from "@/api/shape";

/*
 * `npm run shapes`: writes miniapp/api/answerShapes, where the phone asks and the shapes of all answers that it reads, from shared/api and
 * the contracts. The phone checks by them what it is sent, and carries no zod for it. What one file of miniapp/api asks for is a file here as well, so that it comes with
 * the pages that ask; what several of them are sent is a file of its own.
 */

const root = path.resolve(__dirname, "..");
const apiFolder = path.join(root, "miniapp/api");

/** What each file of miniapp/api calls. */
function calls(): Map<string, readonly string[]> {
  const files = readdirSync(apiFolder).filter((file) => file.endsWith(".ts"));
  const found = files.map((file) => {
    const text = readFileSync(path.join(apiFolder, file), "utf8");
    return [file.replace(".ts", ""), [...text.matchAll(/\bcall\(\s*"([\w.]+)"/g)].map(([, id = ""]) => id)] as const;
  });
  return new Map(found.filter(([, ids]) => ids.length > 0));
}

/** With what a phone keeps and sends later, which its queue asks for, whatever page it was done on. */
const asked = () => new Map<string, readonly string[]>([...calls(), ["queued", syncKinds]]);

const pathsOf = (ids: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(operations)
      .filter(([id]) => ids.includes(id))
      .map(([id, { method, path: address }]) => [id, `${method} ${address}`]),
  );

/** Written once and named in the table, for it is read by people as well. */
const named = new Map(
  Object.entries<object>({
    ...{ ...checkIns, ...customerViews, ...customers, ...customerMerges, ...notices, ...praise },
    ...{ ...exported, ...tasks },
    ...{ ...reviews, ...sales, ...statements, ...targets, ...teams, ...visits },
  }).flatMap(([name, schema]) => (isObjectSchema(schema) ? [[schema, name] as const] : [])),
);

function isObjectSchema(value: object): value is z.ZodType {
  return "_zod" in value && (value as z.ZodType)._zod.def.type === "object";
}

/** The shape of every answer that the phone reads, by operation; "none" where there is no answer. */
export function shapesOfContracts(): Record<string, Shape> {
  const ids = new Set([...asked().values()].flat());
  return Object.fromEntries(
    Object.entries<Contract>(contracts)
      .filter(([id]) => ids.has(id))
      .map(([id, { answer }]) => [id, answer ? shapeOf(answer) : "none"]),
  );
}

/** Zod's own description of a schema, of which this reads what our contracts use. */
interface Def {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
}

function shapeOf(schema: z.ZodType): Shape {
  const def = schema._zod.def as unknown as Def;
  // The engine looks into it, and says what is wrong with it.
  if (schema === planShape) return "object";
  if (schema === businessDay) return "day";
  if (schema === month) return "month";
  if (schema === instant) return "instant";
  switch (def.type) {
    case "string":
      return "text";
    case "number":
      return "isInt" in schema && schema.isInt ? "whole" : "number";
    case "boolean":
      return "flag";
    case "custom":
      return "object";
    case "enum":
      // Not its values: a phone of yesterday reads an answer that has one more.
      return "word";
    case "nullable":
      return { orNull: shapeOf(inner(def.innerType)) };
    case "optional":
      return { optional: shapeOf(inner(def.innerType)) };
    case "array":
      return { listOf: shapeOf(inner(def.element)) };
    case "object":
      return {
        fields: Object.fromEntries(Object.entries(def.shape ?? {}).map(([name, field]) => [name, shapeOf(field)])),
      };
    default:
      throw new Error(
        `An answer holds a ${def.type}, for which the phone has no check: add it to miniapp/api/shape.ts`,
      );
  }
}

function inner(schema: z.ZodType | undefined): z.ZodType {
  if (!schema) throw new Error("zod describes its schemas in another way than this script knows");
  return schema;
}

const said = "/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */";

/** The files by their names. */
function sources(): Map<string, string> {
  const parts = [...named].map(([schema, name]) => ({ name, text: JSON.stringify(shapeOf(schema)) }));
  // The longest first, so that a part is looked for in what is left.
  parts.sort((a, b) => b.text.length - a.text.length);
  const withNames = (text: string, own: string | null) =>
    parts.reduce((left, { name, text: part }) => (name === own ? left : left.split(part).join(name)), text);
  const texts = new Map(parts.map(({ name, text }) => [name, withNames(text, name)]));
  const all = Object.entries(shapesOfContracts());
  const called = calls();
  const tables = new Map(
    [...asked()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([area, ids]) => [
        area,
        withNames(JSON.stringify(Object.fromEntries(all.filter(([id]) => ids.includes(id)))), null),
      ]),
  );
  const areas = [...tables.keys()];
  const usedIn = (text: string) => [...texts.keys()].filter((name) => isUsed(text, name));
  const neededBy = (text: string): string[] => [
    ...new Set(usedIn(text).flatMap((name) => [name, ...neededBy(texts.get(name) ?? "")])),
  ];
  const needs = new Map([...tables].map(([area, table]) => [area, neededBy(table)]));
  const isShared = (name: string) => [...needs.values()].filter((names) => names.includes(name)).length > 1;
  const files = new Map<string, string>();
  const head = (texts: string[], shape: string, parts: string) => {
    const imported = [...new Set(texts.flatMap(usedIn))].filter(isShared).sort();
    const lines = imported.map((name) => `import { ${name} } from "${parts}/${name}";`);
    return [said, [`import type { Shape } from "${shape}";`, ...lines].join("\n")];
  };
  for (const [name, text] of texts) {
    if (!isShared(name)) continue;
    const what = `export const ${name}: Shape = ${text};`;
    files.set(`parts/${name}.ts`, [...head([text], "../../shape", "."), what].join("\n\n"));
  }
  for (const [area, table] of tables) {
    // The shortest first, so that each is there before it is named.
    const own = [...texts].reverse().filter(([name]) => needs.get(area)?.includes(name) && !isShared(name));
    const consts = own.map(([name, text]) => `const ${name}: Shape = ${text};`);
    const first = head([table, ...own.map(([, text]) => text)], "../shape", "./parts");
    const shapes = `export const ${area}Shapes = ${table} satisfies Record<string, Shape>;`;
    const paths = JSON.stringify(pathsOf(called.get(area) ?? []));
    const both = `export const ${area}Asked = { shapes: ${area}Shapes, paths: ${paths} };`;
    files.set(`${area}.ts`, [...first, ...consts, shapes, ...(called.has(area) ? [both] : [])].join("\n\n"));
  }
  const joined = areas.map((area) => `...${area}Shapes`).join(", ");
  const names = (area: string) => (called.has(area) ? `${area}Asked, ${area}Shapes` : `${area}Shapes`);
  const tableImports = areas.map((area) => `import { ${names(area)} } from "./${area}";`).join("\n");
  const joinedPaths = [...called.keys()].map((area) => `...${area}Asked.paths`).join(", ");
  const why = "/** All of them, for the build and for tests: a page takes those of what it asks for. */";
  const all_ = [`${why}\nexport const answerShapes = { ${joined} };`, `export const paths = { ${joinedPaths} };`];
  files.set("index.ts", [said, tableImports, ...all_].join("\n\n"));
  return files;
}

const isUsed = (text: string, name: string): boolean => new RegExp(`[:,[]${name}[\\]},]`).test(text);

async function check(): Promise<void> {
  const { answerShapes, paths } = await import("@/api/answerShapes");
  const present = [shapesOfContracts(), pathsOf([...calls().values()].flat())];
  if (isDeepStrictEqual([answerShapes, paths], present)) return;
  console.error(
    "shared/contracts or shared/api have changed since miniapp/api/answerShapes was written: npm run shapes",
  );
  process.exitCode = 1;
}

function write(): void {
  const folder = path.join(apiFolder, "answerShapes");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, "parts"), { recursive: true });
  for (const [name, text] of sources()) writeFileSync(path.join(folder, name), `${text}\n`);
  spawnSync(path.join(root, "node_modules/.bin/oxfmt"), [folder], { stdio: "inherit" });
}

if (process.argv[1]?.endsWith("answerShapes.ts")) {
  if (process.argv.includes("--check")) void check();
  else write();
}
