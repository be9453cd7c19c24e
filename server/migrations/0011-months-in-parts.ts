import type { Migration } from "./migration";
import { hasParts } from "./upgrade/hasParts";

/**
 * Up to here a month that a move had cut into parts paid a month's fixed amounts once in each part, and months were cut by versions of a
 * plan that were not in force in them; an order of an earlier month looked at no result of the month in which it counts. Nothing
 * stored has another shape; what was paid for such months comes out differently.
 */
export const monthsInParts: Migration = {
  number: 11,
  name: "months-in-parts",
  announces: {
    why: {
      "zh-CN":
        "月中换团队或分公司归属变动时，按月的固定金额改为按天数分段计算，合起来只算一次；以前月份签的单按计入月份的业绩计算。",
      en: "Where your team or its branch changed within a month, a month's fixed amounts now count by days, once in all; an order of an earlier month goes by the results of the month in which it counts.",
    },
    covers: ({ isCut }) => isCut,
    // A version with a last day cuts a month only from now on.
    concerns: async (db) =>
      (await db.collection("plans").findOne({ "plan.validTo": { $gt: "" } })) !== null || (await hasParts(db)),
  },
  up: () => Promise.resolve(),
};
