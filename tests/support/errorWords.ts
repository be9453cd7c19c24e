import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { syncKinds } from "@shared/contracts/sync";
import { en } from "@/texts/en";
import type { LateErrorCode, LateErrors } from "@/texts/errorWords";
import { clientErrors } from "@/texts/lateErrors/client";
import { planErrors } from "@/texts/lateErrors/plan";
import { reportErrors } from "@/texts/lateErrors/report";
import { staffErrors } from "@/texts/lateErrors/staff";
import { tableErrors } from "@/texts/lateErrors/table";
import { targetErrors } from "@/texts/lateErrors/target";
import { zhCN } from "@/texts/zhCN";

/* The words of refusals: the first words have most of them, the rest come with the file of miniapp/api that asks. */

const lateErrors: Record<string, LateErrors> = {
  ...{ clientErrors, planErrors, reportErrors, staffErrors, tableErrors, targetErrors },
};
type Sentences = Partial<Record<string, string>>;
const first: { zh: Sentences; en: Sentences } = { zh: zhCN.errors, en: en.errors };

const apiFolder = path.resolve(__dirname, "../../miniapp/api");

/** By operation: the words that each file of miniapp/api has that asks for it; what waits in the queue is told of on every page. */
const saidWhereAsked = new Map<string, LateErrors[][]>(syncKinds.map((kind) => [kind, [[]]]));
for (const file of readdirSync(apiFolder).filter((name) => name.endsWith(".ts"))) {
  const text = readFileSync(path.join(apiFolder, file), "utf8");
  const [, named = ""] = /caller\(\w+Asked,? ?([^)]*)\)/.exec(text) ?? [];
  const said = Object.entries(lateErrors).flatMap(([name, words]) => (named.includes(name) ? [words] : []));
  for (const [, id = ""] of text.matchAll(/\bcall\(\s*"([\w.]+)"/g))
    saidWhereAsked.set(id, [...(saidWhereAsked.get(id) ?? []), said]);
}

const has = (words: { zh: Sentences; en: Sentences }, code: string): boolean =>
  [words.zh[code], words.en[code]].every((sentence) => sentence !== undefined);

/** Whether a phone that was answered so has words for it in both languages, wherever it asks. What no phone asks for needs none. */
export const isWorded = (id: string, code: string): boolean =>
  has(first, code) || (saidWhereAsked.get(id) ?? []).every((said) => said.some((words) => has(words, code)));

/** Every sentence that comes late, by its code. */
export const lateSentences = (language: "zh" | "en"): Sentences =>
  Object.assign({}, ...Object.values(lateErrors).map((words) => words[language])) as Partial<
    Record<LateErrorCode, string>
  >;
