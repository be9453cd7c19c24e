/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

export const visitTargetsShapes = {
  "visits.week": {
    fields: {
      from: "day",
      to: "day",
      done: "whole",
      target: { orNull: "whole" },
      perWeek: { optional: { orNull: "whole" } },
      workingDays: { optional: "whole" },
      dueByNow: { optional: "whole" },
      isBehind: "flag",
    },
  },
  "visitTargets.read": {
    fields: {
      now: { orNull: "whole" },
      next: { orNull: { fields: { from: "day", perWeek: { orNull: "whole" } } } },
      ofUnitName: { orNull: "text" },
      settableFrom: { orNull: "day" },
      revision: "whole",
    },
  },
  "visitTargets.set": {
    fields: {
      target: {
        fields: {
          now: { orNull: "whole" },
          next: { orNull: { fields: { from: "day", perWeek: { orNull: "whole" } } } },
          ofUnitName: { orNull: "text" },
          settableFrom: { orNull: "day" },
          revision: "whole",
        },
      },
    },
  },
} satisfies Record<string, Shape>;

export const visitTargetsAsked = {
  shapes: visitTargetsShapes,
  paths: {
    "visitTargets.read": "GET /api/v1/visit-targets/:unitId",
    "visitTargets.set": "PUT /api/v1/visit-targets/:unitId",
    "visits.week": "GET /api/v1/me/visit-week",
  },
};
