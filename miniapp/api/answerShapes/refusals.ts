/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

export const refusalsShapes = {
  "refusals.list": {
    fields: {
      items: {
        listOf: {
          fields: {
            refusalId: "text",
            byName: "text",
            kind: "text",
            code: "text",
            faults: { listOf: { fields: { field: "text", code: "text" } } },
            reference: "text",
            at: "instant",
            hasBody: "flag",
          },
        },
      },
      isWhole: "flag",
    },
  },
  "refusals.read": { fields: { refusalId: "text", body: { orNull: "text" } } },
} satisfies Record<string, Shape>;

export const refusalsAsked = {
  shapes: refusalsShapes,
  paths: { "refusals.list": "GET /api/v1/refusals", "refusals.read": "GET /api/v1/refusals/:refusalId" },
};
