import type { Migration } from "./migration";

/**
 * Up to here a part that is paid by the quarter or year had no line before its last month. It is now told from the first one on, as nothing yet.
 * Nothing stored has another shape, and no amount is another.
 */
export const longerPeriodsAreTold: Migration = {
  number: 27,
  name: "longer-periods-are-told",
  announces: {
    why: {
      "zh-CN": "按季度或年度结算的项目，结算前的月份也会列出来，写明哪个月结算；金额不变。",
      en: "What is settled by the quarter or year is listed in the months before, too, with the month that it waits for. No amount changes.",
    },
    covers: ({ lineId, beforeFen, afterFen }) => lineId !== null && beforeFen === null && afterFen === 0,
    concerns: async (db) =>
      (await db.collection("plans").findOne({ "plan.components.period": { $in: ["quarter", "year"] } })) !== null,
  },
  up: () => Promise.resolve(),
};
