import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
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
import * as targets from "@shared/contracts/targets";
import * as tasks from "@shared/contracts/tasks";
import * as teams from "@shared/contracts/teams";
import * as visits from "@shared/contracts/visits";
import { answerShapes } from "@/api/answerShapes";
import type { Shape } from "@/api/shape";

/*
 * `npm run shapes`: writes miniapp/api/answerShapes.ts, the shapes of all answers that the phone reads, from the contracts. The
 * phone checks by them what it is sent, and carries no zod for it.
 */

/** What nobody asks for by phone; the table stays small. */
const notOnPhone = /^demo\.|^roles\.list$|^targets\.(list|history)$|^reviews\.list$/;

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
  return Object.fromEntries(
    Object.entries<Contract>(contracts)
      .filter(([id]) => !notOnPhone.test(id))
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

function sourceOf(): string {
  const shared = [...named].map(([schema, name]) => ({ name, text: JSON.stringify(shapeOf(schema)) }));
  // The longest first, so that a part is looked for in what is left.
  shared.sort((a, b) => b.text.length - a.text.length);
  const withNames = (text: string, own: string | null) =>
    shared.reduce((left, { name, text: part }) => (name === own ? left : left.split(part).join(name)), text);
  const table = withNames(JSON.stringify(shapesOfContracts()), null);
  const consts = [...shared].reverse().map(({ name, text }) => ({ name, text: withNames(text, name) }));
  const used = consts.filter(({ name }) =>
    [table, ...consts.map(({ text }) => text)].some((text) => isUsed(text, name)),
  );
  return [
    "/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */",
    'import type { Shape } from "./shape";',
    ...used.map(({ name, text }) => `const ${name}: Shape = ${text};`),
    `export const answerShapes = ${table} satisfies Record<string, Shape>;`,
  ].join("\n\n");
}

const isUsed = (text: string, name: string): boolean => new RegExp(`[:,[]${name}[\\]},]`).test(text);

if (process.argv[1]?.endsWith("answerShapes.ts")) {
  const root = path.resolve(__dirname, "..");
  const file = path.join(root, "miniapp/api/answerShapes.ts");
  if (process.argv.includes("--check")) {
    if (isDeepStrictEqual(answerShapes, shapesOfContracts())) process.exit(0);
    console.error("shared/contracts have changed since miniapp/api/answerShapes.ts was written: npm run shapes");
    process.exit(1);
  }
  writeFileSync(file, `${sourceOf()}\n`);
  spawnSync(path.join(root, "node_modules/.bin/oxfmt"), [file], { stdio: "inherit" });
}
