import type { Migration } from "./migration";

/**
 * Up to here a reward that is given once was given once in each month. Months know what earlier ones have given from their next pricing on;
 * those that come out differently are posted with this number.
 */
export const rewardsOnceInAllMonths: Migration = {
  number: 29,
  name: "rewards-once-in-all-months",
  announces: {
    why: {
      "zh-CN": "只奖励一次的项目，以前的月份已经奖励过的，后面的月份不再重复计算。",
      en: "A reward that is given once is not given again in a later month.",
    },
    covers: ({ beforeFen, afterFen }) => beforeFen !== null && afterFen !== null && afterFen < beforeFen,
    concerns: async (db) =>
      (await db.collection("plans").findOne({
        "plan.components": { $elemMatch: { oncePer: { $gt: "" }, on: { $ne: "newCustomer" } } },
      })) !== null,
  },
  up: () => Promise.resolve(),
};
