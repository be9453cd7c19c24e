import { grouped, minusSign } from "../../../moneyText";
import { businessDayOf, type Period } from "../../../time";
import { sumNamed } from "../../facts/measures";
import type { Language, RatioParts, TraceNode, TraceRow, TraceScorePart, TraceSource } from "../../types";
import { aliasOf, functionNamed } from "../../formula";
import { compare, zero } from "../../numbers/number";
import { exactOf, fullDayText, periodText, rateText, ratioText, valueText } from "./valueText";
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
      if (source.ratio) return ratioSentence(source.ratio, name, source.period, language);
      return source.of === "member" && sumNamed(source.code) !== null
        ? sentences.measure(name, periodText(source.period, language), source.factIds.length)
        : sentences.given(name);
    case "attainment":
      return sentences.attainment(name, valueText(source.actual), valueText(source.target));
    case "target":
      return sentences.target(name);
    case "given":
      return sentences.given(name);
    case "score":
      return scoreSentence(source, name, language);
    case "lines":
      return sentences.lines;
    case "constant":
      return sentences.constant;
    case "example":
      return null;
    case "fact":
      return source.net ? sentences.net(valueText(source.net.contract), valueText(source.net.refunded)) : null;
  }
}

/** 线索转化率 = 3 ÷ 12（2026年3月有效线索里成交的，截至 2026年3月24日）. */
function ratioSentence(
  { numerator, denominator, cohort, asOf }: RatioParts,
  name: string,
  period: Period,
  language: Language,
): string {
  const { source: sentences, cohorts } = wordsOf(language);
  const [part, whole] = [numerator, denominator].map((text) => grouped(text).replace(/^-/, minusSign));
  // Whoever imports a ratio says in their own words whom it is about.
  const about = isKnown(cohort, cohorts) ? cohorts[cohort](periodText(period, language)) : cohort;
  const day = asOf === null ? null : fullDayText(businessDayOf(new Date(asOf)), language);
  return sentences.ratio(name, `${part} ÷ ${whole}`, about, day);
}

const isKnown = <Words extends object>(key: string, words: Words): key is string & keyof Words => key in words;

/** 考核得分 = 销售完成率 74.1% × 90% + 拜访完成率 135% × 10%. */
function scoreSentence({ parts, missing }: TraceSource & { kind: "score" }, score: string, language: Language): string {
  const { source: sentences, listed, between } = wordsOf(language);
  const nameIn = ({ name, nameEn }: TraceScorePart) => (language === "en" ? (nameEn ?? name) : name);
  const valued = parts.filter(({ value }) => value.fraction !== null);
  const without = parts.filter(({ value }) => value.fraction === null).map(nameIn);
  const sum = valued
    .map((part) => sentences.scorePart(nameIn(part), ratioText(part.value), rateText(part.weight), part.isCapped))
    .join(" + ");
  const isBlocked = missing === "block" && without.length > 0;
  const said = valued.length === 0 || isBlocked ? [] : [`${score} = ${sum}`];
  const gains = parts.flatMap((part) => (part.gain ? [{ name: nameIn(part), gain: part.gain }] : []));
  const improving = gains
    .sort((a, b) => compare(exactOf(b.gain) ?? zero, exactOf(a.gain) ?? zero))
    .map(({ name, gain }) => sentences.improve(name, ratioText(gain)));
  return [
    ...said,
    ...(without.length === 0 ? [] : [sentences.scoreWithout[missing](without.join(listed))]),
    ...(improving.length === 0 || isBlocked ? [] : [sentences.toImprove(improving.join(listed))]),
  ].join(between);
}
