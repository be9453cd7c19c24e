import type { Language, TraceNode, TraceRow, TraceSource } from "../types";
import { aliasOf, functionNamed } from "../formula";
import { monthText, valueText } from "./valueText";
import { wordsOf } from "./words";

/** What a leaf is called. Names without an English form stay as their authors wrote them. */
export function nameOf(leaf: TraceNode & { node: "leaf" }, language: Language): string | null {
  return language === "en" ? (leaf.nameEn ?? leaf.name) : leaf.name;
}

/** A function's name in formulas, 最小 or min. */
export function functionName(name: string, language: Language): string {
  const known = language === "en" ? functionNamed(name) : null;
  return known === null ? name : aliasOf(known);
}

/** What a table was asked about, where that is a single name. */
export function subjectName(subject: TraceNode, language: Language): string {
  return subject.node === "leaf" ? (nameOf(subject, language) ?? "") : "";
}

export const tableName = (row: TraceRow, language: Language): string =>
  language === "en" ? (row.tableEn ?? row.table) : row.table;

/** One sentence on where a value comes from. */
export function sourceSentence(source: TraceSource, name: string, language: Language): string | null {
  const { source: sentences } = wordsOf(language);
  switch (source.kind) {
    case "measure":
      return source.of === "member"
        ? sentences.measure(name, monthText(source.period, language), source.factIds.length)
        : sentences.given(name);
    case "attainment":
      return sentences.attainment(name, valueText(source.actual), valueText(source.target));
    case "target":
      return sentences.target(name);
    case "given":
      return sentences.given(name);
    case "lines":
      return sentences.lines;
    case "constant":
      return sentences.constant;
    case "fact":
      return null;
  }
}
