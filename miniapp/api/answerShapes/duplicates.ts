/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

export const duplicatesShapes = {
  "duplicates.list": {
    fields: {
      items: {
        listOf: {
          fields: {
            pairId: "text",
            sides: {
              listOf: {
                fields: {
                  customerId: "text",
                  name: "text",
                  shortName: "text",
                  grade: "word",
                  address: { orNull: "text" },
                  ownerNames: { listOf: "text" },
                },
              },
            },
            sameBy: { listOf: "word" },
            decided: { orNull: { fields: { byName: "text", on: "day" } } },
            revision: "whole",
          },
        },
      },
      nextCursor: { orNull: "text" },
    },
  },
  "duplicates.decide": { fields: { pairId: "text", revision: "whole" } },
} satisfies Record<string, Shape>;

export const duplicatesAsked = {
  shapes: duplicatesShapes,
  paths: {
    "duplicates.list": "GET /api/v1/duplicates",
    "duplicates.decide": "PUT /api/v1/duplicates/:pairId/decision",
  },
};
