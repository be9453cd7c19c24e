/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

export const auditShapes = {
  "audit.looks": {
    fields: {
      items: {
        listOf: {
          fields: {
            lookId: "text",
            at: "instant",
            byName: "text",
            whomNames: { listOf: "text" },
            whomCount: "whole",
            what: "word",
            seenCount: { orNull: "whole" },
            requestId: { orNull: "text" },
            reason: { optional: { orNull: "text" } },
          },
        },
      },
      nextCursor: { orNull: "text" },
      personName: { orNull: "text" },
    },
  },
} satisfies Record<string, Shape>;

export const auditAsked = { shapes: auditShapes, paths: { "audit.looks": "GET /api/v1/audit/looks" } };
