import { roundToFen, split, SharesRefused } from "@shared/domain/money";
import { changeBetween } from "../amountChange";
import { checkWeights, weightedScore } from "@shared/domain/pay/plan/score";
import { round, sumOf, times, zero } from "@shared/domain/pay/numbers/number";
import { inForceOn } from "@shared/domain/pay/plan/segments";
import { calculated, calculatedFen, holds } from "../calculated";
import { exactOfJson } from "../exactJson";
import { type Answer, type Inputs, isDecimal, six, unrounded, yuan } from "../inputs";

export function formula(inputs: Inputs): Answer {
  const values = Object.fromEntries(inputs.entries("vars").map(([name, value]) => [name, exactOfJson(value)]));
  const amount = calculated(inputs.text("formula"), values);
  return { amount: amount === null ? null : unrounded(round(amount, 2, "half")) };
}

export function bonusDelta(inputs: Inputs): Answer {
  const amountAt = (teamFactor: string): number =>
    calculatedFen("基数 × 个人完成率 × 团队系数 × 公司系数", {
      基数: inputs.exact("base"),
      个人完成率: inputs.exact("person_ratio"),
      团队系数: inputs.exact(teamFactor),
      公司系数: inputs.exact("corp_coef"),
    }) ?? 0;
  const change = changeBetween(amountAt("team_coef_before"), amountAt("team_coef_after"));
  return { before: yuan(change.beforeFen), after: yuan(change.afterFen), delta: yuan(change.changeFen) };
}

export function thresholdBonus(inputs: Inputs): Answer {
  const values = { 数值: inputs.exactOrNull("value"), 门槛: inputs.exact("threshold"), 奖金: inputs.exact("amount") };
  const condition = `数值 ${inputs.text("op")} 门槛`;
  return {
    triggered: holds(condition, values),
    amount: yuan(calculatedFen(`如果(${condition}, 奖金, 0)`, values) ?? 0),
  };
}

function unitRewardFen(inputs: Inputs, countKey: string): number {
  const values = { 数量: inputs.exact(countKey), 单价: inputs.exact("unit_amount") };
  if (!inputs.has("extra") || inputs.json("extra") === null) return calculatedFen("数量 × 单价", values) ?? 0;
  const extra = inputs.inner("extra");
  const more = { 界限: extra.exact("count"), 额外: extra.exact("amount") };
  return calculatedFen(`数量 × 单价 + 如果(数量 ${extra.text("op")} 界限, 额外, 0)`, { ...values, ...more }) ?? 0;
}

export const unitReward = (inputs: Inputs): Answer => ({ amount: yuan(unitRewardFen(inputs, "count")) });

export function rewardReversal(inputs: Inputs): Answer {
  const change = changeBetween(unitRewardFen(inputs, "count_before"), unitRewardFen(inputs, "count_after"));
  return { before: yuan(change.beforeFen), after: yuan(change.afterFen), reversal: yuan(0 - change.changeFen) };
}

export function versionedReward(inputs: Inputs): Answer {
  const versions = inputs.items("versions");
  const amounts = inputs.items("events").map((event) => {
    const version = inForceOn(versions, event.text("date"), (one) => one.text("effective"));
    return version === null ? zero : times(event.exact("count"), version.exact("unit"));
  });
  return { amount: yuan(roundToFen(sumOf(amounts))) };
}

export function conversionBonus(inputs: Inputs): Answer {
  const values = {
    实际: inputs.exactOrNull("actual"),
    目标: inputs.exactOrNull("target"),
    系数: inputs.exact("coefficient"),
  };
  return { amount: yuan(calculatedFen("如果(实际 > 目标, 最大(0, (实际 − 目标) × 系数), 0)", values) ?? 0) };
}

export function visitSubsidy(inputs: Inputs): Answer {
  const perVisit = inputs.text("policy") === "per_visit";
  const values = { 拜访: inputs.exact("visits"), 目标: inputs.exactOrNull("target"), 单价: inputs.exact("unit") };
  return { amount: yuan(calculatedFen(perVisit ? "拜访 × 单价" : "如果(拜访 ≥ 目标, 拜访 × 单价, 0)", values) ?? 0) };
}

export function splitAmount(inputs: Inputs): Answer {
  const shares = inputs.items("shares");
  const texts = shares.map((share) => share.decimalText("share"));
  if (!texts.every(isDecimal)) return { rejected: true };
  try {
    const parts = split(inputs.fen("amount"), texts);
    return { amounts: new Map(shares.map((share, index) => [share.text("who"), yuan(parts[index] ?? 0)])) };
  } catch (error) {
    if (error instanceof SharesRefused) return { rejected: true };
    throw error;
  }
}

export function weightsCheck(inputs: Inputs): Answer {
  const { sum, valid, countOk } = checkWeights(inputs.decimals("weights"));
  return { sum: unrounded(sum), valid, count_ok: countOk };
}

export function scoreOfItems(inputs: Inputs): Answer {
  const items = inputs.items("items").map((item) => ({
    weight: item.decimalText("weight"),
    completion: item.exactOrNull("completion"),
    cap: item.has("cap") ? capOf(item) : capOf(inputs),
  }));
  return { score: six(weightedScore(items, "block")) };
}

/** Missing: the usual cap; null: none. */
const capOf = (inputs: Inputs): string | null | undefined =>
  inputs.has("cap") ? (inputs.json("cap") === null ? null : inputs.decimalText("cap")) : undefined;

export function roi(inputs: Inputs): Answer {
  const values = {
    增量: inputs.exact("extra_sales"),
    成本: inputs.exactOrNull("cost"),
    回报: inputs.exactOrNull("roi"),
  };
  if (inputs.has("cost")) return { roi: six(calculated("增量 ÷ 成本", values)) };
  const costFen = calculatedFen("增量 ÷ 回报", values);
  return { implied_cost: costFen === null ? null : yuan(costFen) };
}

export function crossCheck(inputs: Inputs): Answer {
  const values = { 线索: inputs.exact("leads"), 转化率: inputs.exact("conversion") };
  return { implied_deals: six(calculated("线索 × 转化率", values)) };
}

export function impliedTarget(inputs: Inputs): Answer {
  const values = { 订单: inputs.exact("order"), 前: inputs.exact("ratio_before"), 后: inputs.exact("ratio_after") };
  const target = "订单 ÷ (后 − 前)";
  const amountOf = (text: string) => {
    const amountFen = calculatedFen(text, values);
    return amountFen === null ? null : yuan(amountFen);
  };
  return {
    implied_target: amountOf(target),
    actual_before: amountOf(`${target} × 前`),
    actual_after: amountOf(`${target} × 后`),
  };
}

export const samePlan = (inputs: Inputs): Answer => ({ same_plan: inputs.fen("seed_002") === inputs.fen("seed_001") });
