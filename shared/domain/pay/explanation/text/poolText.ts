import { amountText, grouped } from "../../../moneyText";
import { measureNamed } from "../../facts/measures";
import { usualMembers } from "../../plan/pool";
import type { Language, PeriodComponent, TraceStep } from "../../types";
import { yuanText } from "./valueText";
import { type Words, wordsOf } from "./words";

/** How a team's amount came to the member: 「团队一共 10,000.00 元，8 人平分」. */
export function poolClause({ fromFen, params }: TraceStep, language: Language, words: Words): string {
  const amount = amountText(fromFen ?? 0);
  const total = String(params.total);
  switch (params.by) {
    case "each":
      return words.pool.each(amount, total);
    case "equal":
      return words.pool.equal(amount, total);
    default: {
      const [weight, sum] = [poolWeight(params, "weight"), poolWeight(params, "total")];
      return words.pool.shared(amount, weightName(params, language, words), weight, sum);
    }
  }
}

/** A weight of a pool: money, or whatever else it is divided by. */
export function poolWeight(params: TraceStep["params"], name: "weight" | "total"): string {
  const isMoney = params.by === "share" && measureNamed(String(params.code))?.unit === "money";
  return isMoney ? yuanText(String(params[name])) : grouped(String(params[name]));
}

export function weightName({ by, code }: TraceStep["params"], language: Language, words: Words): string {
  const measure = by === "share" ? measureNamed(String(code)) : null;
  if (measure === null) return words.pool.weight;
  return language === "en" ? measure.nameEn : measure.name;
}

/** How a component's amount is divided among the members of a team, in one sentence; null where it is the member's own. */
export function poolText(component: Pick<PeriodComponent, "pool">, language: Language): string | null {
  const { pool } = component;
  if (pool === undefined) return null;
  const words = wordsOf(language);
  const { daysMin, onLastDay } = pool.members ?? usualMembers;
  const name = weightName({ by: pool.by, code: pool.code ?? "" }, language, words);
  const how = pool.give === "each" ? words.pool.ruleEach : words.pool.rule[pool.by](name);
  return `${how}${words.between}${words.pool.members(daysMin, onLastDay)}`;
}
