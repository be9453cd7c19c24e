import { growthOf } from "@shared/domain/pay/facts/growth";
import { factorJump, rateJumpFen } from "@shared/domain/pay/plan/jump";
import { lacksStackingRule, meetsNeed } from "@shared/domain/pay/plan/ruleGaps";
import { softwareLeadYuan, softwareRates } from "@shared/domain/pay/plans/softwareCompany";
import { roundToFen } from "@shared/domain/money";
import { decimal, divide } from "@shared/domain/pay/numbers/number";
import { againstAverageNeeded, againstHistory, againstMarket, overloaded } from "@shared/domain/targetDoubts";
import { calculated, calculatedFen } from "../calculated";
import { type Answer, type Inputs, six, whole, yuan } from "../inputs";
import { bandTableOf, coefficientAt } from "./commission";

const warning = (name: string, is: boolean): Answer => ({ warning: is ? name : null });

function averageNeeded(inputs: Inputs): Answer {
  const found = againstAverageNeeded(
    inputs.fen("parent"),
    inputs.count("headcount"),
    inputs.fen("sample_person_target"),
  );
  return {
    average_needed: found && yuan(found.averageNeededFen),
    ...warning("person_target_below_average_needed", found?.isFarBelow === true),
  };
}

function marketGrowth(inputs: Inputs): Answer {
  const found = againstMarket(inputs.fen("last_year"), inputs.exact("market_growth"), inputs.fen("target"));
  return {
    market_implied: yuan(found.marketFen),
    stretch_over_market: yuan(found.aboveMarketFen),
    ...warning("target_above_market_growth", found.isAbove),
  };
}

function history(inputs: Inputs): Answer {
  const { ratio, isBelow } = againstHistory(inputs.fen("last_year"), inputs.fen("target"));
  return { ratio_to_history: six(ratio), ...warning("target_below_history", isBelow) };
}

function factorCliff(inputs: Inputs): Answer {
  const table = bandTableOf(inputs);
  if (table === null) return { rejected: true };
  const [below, at] = [coefficientAt(table, inputs.exact("below")), coefficientAt(table, inputs.exact("at"))];
  const { belowFen, atFen, jumpFen } = factorJump(inputs.fen("base"), below, at);
  return {
    amount_below: yuan(belowFen),
    amount_at: yuan(atFen),
    cliff: yuan(jumpFen),
    ...warning("cliff", jumpFen !== 0),
  };
}

function rateCliff(inputs: Inputs): Answer {
  const jumpFen = rateJumpFen(inputs.fen("at"), inputs.exact("rate_below"), inputs.exact("rate_at"));
  return { cliff: yuan(jumpFen), ...warning("cliff", jumpFen !== 0) };
}

const stacking = (inputs: Inputs): Answer => {
  const policy = inputs.has("stacking_policy") ? inputs.text("stacking_policy") : null;
  return warning("stacking_policy_missing", lacksStackingRule(inputs.texts("rules"), policy));
};

function noBaseline(inputs: Inputs): Answer {
  const growth = growthOf(inputs.exact("previous"), inputs.exact("current"));
  const bonusFen = calculatedFen("如果(增长率 ≥ 0.15, 2000, 0)", { 增长率: growth }) ?? 0;
  return { growth: six(growth), bonus: yuan(bonusFen), ...warning("no_baseline", growth === null) };
}

function customerLoad(inputs: Inputs): Answer {
  const counts = inputs.decimals("counts").map(Number);
  const { mean, positions } = overloaded(counts, inputs.exact("limit_factor"));
  return { mean: six(mean), overloaded: positions.map(whole) };
}

function statedNeed(inputs: Inputs): Answer {
  const isMet = meetsNeed(inputs.exact("marketing_total"), inputs.exact("own"));
  return { requirement_met: isMet, ...warning("stated_need_not_met", !isMet) };
}

function costOfDeal(inputs: Inputs): Answer {
  const signed = inputs.exact("signed");
  const values = {
    线索: inputs.exact("leads"),
    签约额: signed,
    每条: decimal(softwareLeadYuan),
    市场: decimal(softwareRates.marketing.市场),
    提成: decimal(softwareRates.commission.市场),
    协作: decimal(softwareRates.collaboration.市场),
  };
  const total = calculated("线索 × 每条 + 签约额 × (市场 + 提成 + 协作)", values);
  return { total: total && yuan(roundToFen(total)), rate: six(total && divide(total, signed)) };
}

/** The shapes of a finding, by an input that only they have. */
const shapes: Record<string, (inputs: Inputs) => Answer> = {
  headcount: averageNeeded,
  market_growth: marketGrowth,
  last_year: history,
  bands: factorCliff,
  rate_below: rateCliff,
  rules: stacking,
  previous: noBaseline,
  counts: customerLoad,
  marketing_total: statedNeed,
  signed: costOfDeal,
};

export function lint(inputs: Inputs): Answer | null {
  const shape = Object.keys(shapes).find((key) => inputs.has(key));
  return shape === undefined ? null : (shapes[shape]?.(inputs) ?? null);
}
