import type { Migration } from "./migration";
import { hasParts } from "./upgrade/hasParts";

/**
 * Up to here a reward that is given once went to the first order of the first part of a month that a move had cut, even where an order of
 * another part counted earlier. Nothing stored has another shape; what was paid for such months comes out differently.
 */
export const rewardsInOrder: Migration = {
  number: 26,
  name: "rewards-in-order",
  announces: {
    why: {
      "zh-CN": "月中换过团队或方案的月份，只奖励一次的项目改为奖给最先计入的那一单。",
      en: "Where your team or plan changed within a month, a reward that is given once now goes to the order that counts first.",
    },
    covers: ({ isCut }) => isCut,
    concerns: async (db) =>
      (await db.collection("plans").findOne({ "plan.components.oncePer": { $gt: "" } })) !== null &&
      (await hasParts(db)),
  },
  up: () => Promise.resolve(),
};
