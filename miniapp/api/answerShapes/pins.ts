/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

export const pinsShapes = {
  "pins.list": {
    fields: {
      items: {
        listOf: {
          fields: {
            proposalId: "text",
            customerId: "text",
            customerName: "text",
            siteId: "text",
            siteName: "text",
            address: "text",
            byName: "text",
            source: "word",
            note: { orNull: "text" },
            from: { orNull: { fields: { latDeg: "number", lngDeg: "number" } } },
            to: { fields: { latDeg: "number", lngDeg: "number" } },
            movedM: { orNull: "number" },
            accuracyM: { orNull: "number" },
            takenAt: { optional: { orNull: "instant" } },
            radiusM: "number",
            stoodAt: { optional: { orNull: { fields: { count: "whole", nearestM: "number", middleM: "number" } } } },
            askedAt: "instant",
            revision: "whole",
          },
        },
      },
      nextCursor: { orNull: "text" },
    },
  },
  "pins.propose": { fields: { proposalId: "text", revision: "whole" } },
  "pins.decide": { fields: { items: { listOf: { fields: { proposalId: "text", outcome: "word" } } } } },
} satisfies Record<string, Shape>;

export const pinsAsked = {
  shapes: pinsShapes,
  paths: {
    "pins.list": "GET /api/v1/pin-proposals",
    "pins.decide": "POST /api/v1/pin-proposals/decisions",
    "pins.propose": "POST /api/v1/customers/:customerId/sites/:siteId/pin-proposals",
  },
};
