/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

export const companionsShapes = {
  "companions.find": {
    fields: { items: { listOf: { fields: { memberId: "text", name: "text", unitName: "text" } } } },
  },
  "companions.remove": {
    fields: {
      companions: {
        listOf: {
          fields: {
            companionId: "text",
            name: "text",
            state: "word",
            hasLeft: "flag",
            confirmUntil: "instant",
            ownCheckInAt: { orNull: "instant" },
          },
        },
      },
    },
  },
  "companions.read": {
    fields: {
      named: {
        fields: {
          companionId: "text",
          byName: "text",
          customerName: "text",
          on: "day",
          checkedInAt: "instant",
          state: "word",
          confirmUntil: "instant",
          revision: "whole",
        },
      },
    },
  },
} satisfies Record<string, Shape>;

export const companionsAsked = {
  shapes: companionsShapes,
  paths: {
    "companions.find": "GET /api/v1/me/colleagues",
    "companions.remove": "POST /api/v1/companions/:companionId/removal",
    "companions.read": "GET /api/v1/companions/:companionId",
  },
};
