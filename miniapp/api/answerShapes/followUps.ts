/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

export const followUpsShapes = {
  "followUps.read": {
    fields: {
      followUp: {
        fields: {
          followUpId: "text",
          customerId: "text",
          customerName: "text",
          channel: "word",
          people: { orNull: "text" },
          record: "text",
          at: "instant",
          on: "day",
          version: "whole",
          correctedAt: { orNull: "instant" },
        },
      },
      earlier: {
        listOf: {
          fields: {
            version: "whole",
            channel: "word",
            people: { orNull: "text" },
            record: "text",
            writtenAt: "instant",
          },
        },
      },
      correctableUntil: { orNull: "instant" },
    },
  },
} satisfies Record<string, Shape>;

export const followUpsAsked = {
  shapes: followUpsShapes,
  paths: { "followUps.read": "GET /api/v1/follow-ups/:followUpId" },
};
