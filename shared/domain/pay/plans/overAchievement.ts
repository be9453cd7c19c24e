import type { Component, Plan } from "../types";
import { monthly } from "./parts";
import { tutorialTiers } from "./tutorialTiers";

const accelerator: Component = {
  ...monthly,
  ...{ code: "accelerator", name: "超额加速提成", nameEn: "Accelerated commission", kind: "提成", credit: "owner" },
  ...{ basis: "个人业绩", when: "个人完成率 > 120%", amount: "个人业绩 × 2%" },
};

const reached = { 个人业绩: "250000元", 个人完成率: "1.25" };

/**
 * Three rules for more than the target as the article has them, a draft: the tier of 2 %, 2 % beyond 120 %, and 5,000 beyond 120 %, without a
 * word on how they go together (C20, R079, R103). All three pay: 25 万 bring 15,000.
 */
export const overAchievementLiteral: Plan = {
  ...tutorialTiers,
  code: "over-achievement-literal",
  name: "三重超额奖励(原文)",
  nameEn: "Three rewards for more than the target, as written",
  components: [...tutorialTiers.components, accelerator],
  stacking: [],
  examples: [
    {
      ...{ name: "25万是目标的125%", given: reached },
      expect: { commission: "5000元", accelerator: "5000元", "over-bonus": "5000元" },
    },
  ],
};

/** C20 repaired: of tier and acceleration the better pays, the bonus comes on top. */
export const overAchievement: Plan = {
  ...overAchievementLiteral,
  code: "over-achievement",
  name: "超额奖励(择优)",
  nameEn: "Rewards for more than the target, the better rate",
  stacking: [
    { name: "提成择优", components: ["commission", "accelerator"], policy: "best" },
    { name: "另加奖金", components: ["accelerator", "over-bonus"], policy: "sum" },
  ],
};
