/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

export const plansShapes = {
  "plans.list": {
    fields: {
      items: {
        listOf: {
          fields: {
            planId: "text",
            code: "text",
            version: "whole",
            name: "text",
            validFrom: "day",
            state: "word",
            revision: "whole",
          },
        },
      },
      nextCursor: { orNull: "text" },
      without: { optional: { fields: { count: "whole", names: { listOf: "text" } } } },
    },
  },
  "plans.read": {
    fields: {
      plan: {
        fields: {
          planId: "text",
          code: "text",
          version: "whole",
          name: "text",
          validFrom: "day",
          state: "word",
          revision: "whole",
          rules: "object",
          steps: {
            listOf: {
              fields: {
                action: "word",
                by: { fields: { kind: "word", id: "text" } },
                name: { orNull: "text" },
                at: "instant",
                reason: { orNull: "text" },
              },
            },
          },
        },
      },
    },
  },
  "plans.draft": { fields: { planId: "text", state: "word", revision: "whole" } },
  "plans.submit": { fields: { planId: "text", state: "word", revision: "whole" } },
  "plans.withdraw": { fields: { planId: "text", state: "word", revision: "whole" } },
  "plans.sendBack": { fields: { planId: "text", state: "word", revision: "whole" } },
  "plans.publish": { fields: { planId: "text", state: "word", revision: "whole" } },
} satisfies Record<string, Shape>;

export const plansAsked = {
  shapes: plansShapes,
  paths: {
    "plans.list": "GET /api/v1/plans",
    "plans.read": "GET /api/v1/plans/:planId",
    "plans.draft": "PUT /api/v1/plans",
    "plans.submit": "POST /api/v1/plans/:planId/submission",
    "plans.withdraw": "POST /api/v1/plans/:planId/withdrawal",
    "plans.sendBack": "POST /api/v1/plans/:planId/return",
    "plans.publish": "POST /api/v1/plans/:planId/publication",
  },
};
