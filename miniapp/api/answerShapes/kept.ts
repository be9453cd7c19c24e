/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

export const keptShapes = {
  "privacy.kept": {
    fields: {
      leavers: { listOf: { fields: { memberId: "text", name: "text", leftOn: { orNull: "day" } } } },
      isWhole: "flag",
      photos: {
        fields: {
          counted: {
            orNull: {
              fields: {
                countedAt: "instant",
                oldestAt: { orNull: "instant" },
                months: { listOf: { fields: { month: "month", count: "whole", bytes: "whole" } } },
              },
            },
          },
          next: { fields: { at: "instant", count: "whole", bytes: "whole" } },
        },
      },
      photoKeptDays: "whole",
      positionKeptDays: "whole",
    },
  },
  "privacy.leaver": {
    fields: {
      memberId: "text",
      name: "text",
      leftOn: { orNull: "day" },
      goes: {
        fields: {
          positions: "whole",
          proposals: "whole",
          photos: "whole",
          devices: "whole",
          messages: "whole",
          reports: "whole",
          refusals: "whole",
        },
      },
      earlier: { listOf: { fields: { at: "instant", byName: "text" } } },
    },
  },
  "privacy.erase": {
    fields: {
      erased: {
        fields: {
          positions: "whole",
          proposals: "whole",
          photos: "whole",
          devices: "whole",
          messages: "whole",
          reports: "whole",
          refusals: "whole",
        },
      },
      on: "day",
    },
  },
} satisfies Record<string, Shape>;

export const keptAsked = {
  shapes: keptShapes,
  paths: {
    "privacy.kept": "GET /api/v1/leavers",
    "privacy.leaver": "GET /api/v1/leavers/:memberId",
    "privacy.erase": "POST /api/v1/leavers/:memberId/erasure",
  },
};
