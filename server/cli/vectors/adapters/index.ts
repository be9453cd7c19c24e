import type { Answer, Inputs } from "../inputs";
import * as commission from "./commission";
import * as customers from "./customers";
import * as field from "./field";
import { lint } from "./lint";
import * as newCustomer from "./newCustomer";
import { platformLimit } from "./platform";
import * as rewards from "./rewards";
import * as targets from "./targets";
import * as texts from "./texts";

/** The product's answer to a vector's inputs; null where the vector only records a decision or names a report. */
export type Adapter = (inputs: Inputs) => Answer | null;

/** One adapter for each kind that the product computes. */
export const adapters: Readonly<Record<string, Adapter>> = {
  accelerator: commission.accelerator,
  attainment: targets.attainment,
  band_coefficient: commission.bandCoefficient,
  bonus_delta: rewards.bonusDelta,
  cohort: targets.cohort,
  contribution: targets.contribution,
  conversion_bonus: rewards.conversionBonus,
  cross_check: rewards.crossCheck,
  cross_seed: rewards.samePlan,
  display: texts.display,
  effective_visit: field.effectiveVisit,
  formula: rewards.formula,
  geofence: field.geofence,
  growth: targets.growth,
  idempotent_reward: newCustomer.idempotentReward,
  implied_target: rewards.impliedTarget,
  lag_alert: texts.lagAlert,
  lead_valid: customers.leadValid,
  lint,
  message: texts.message,
  narrative: customers.narrative,
  near_target_alert: texts.nearTargetAlert,
  pay_date: targets.payDate,
  platform_limit: platformLimit,
  rate_bump: commission.rateBump,
  reward_reversal: rewards.rewardReversal,
  roi: rewards.roi,
  source_check: customers.sourceCheck,
  split: rewards.splitAmount,
  target_decomposition: targets.targetDecomposition,
  threshold_bonus: rewards.thresholdBonus,
  tier_commission: commission.tierCommission,
  tier_increment: commission.tierIncrement,
  tier_refund: commission.tierRefund,
  transition: customers.transition,
  unit_reward: rewards.unitReward,
  versioned_reward: rewards.versionedReward,
  visit_subsidy: rewards.visitSubsidy,
  weight_allocation: targets.weightAllocation,
  weighted_score: rewards.scoreOfItems,
  weights_check: rewards.weightsCheck,
  whatif_attainment: targets.whatifAttainment,
  working_day_due: targets.workingDayDue,
};
