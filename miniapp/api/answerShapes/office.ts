/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

export const officeShapes = {
  "office.rows": {
    fields: {
      items: {
        listOf: {
          fields: {
            kind: "word",
            count: { orNull: "whole" },
            isWhole: "flag",
            state: { orNull: "word" },
            period: { orNull: "month" },
            at: { orNull: "instant" },
            isClosed: { orNull: "flag" },
            names: { listOf: "text" },
            subjectId: { orNull: "text" },
            doneFen: { orNull: "whole" },
            targetFen: { orNull: "whole" },
            visits: { orNull: "whole" },
          },
        },
      },
    },
  },
} satisfies Record<string, Shape>;

export const officeAsked = { shapes: officeShapes, paths: { "office.rows": "GET /api/v1/office/:tab" } };
