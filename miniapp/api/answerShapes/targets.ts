/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

export const targetsShapes = {
  "targets.level": {
    fields: {
      period: "month",
      hasBegun: "flag",
      path: { listOf: { fields: { unitId: "text", name: "text" } } },
      parent: {
        orNull: {
          fields: {
            subjectId: "text",
            isUnit: "flag",
            name: "text",
            lastFen: { orNull: "whole" },
            valueFen: { orNull: "whole" },
            draft: { orNull: { fields: { valueFen: "whole", reason: { orNull: "text" } } } },
            revision: "whole",
            maySet: "flag",
            sellsNothing: { optional: "flag" },
            leftFen: { orNull: "whole" },
            keptFen: "whole",
          },
        },
      },
      rows: {
        listOf: {
          fields: {
            subjectId: "text",
            isUnit: "flag",
            name: "text",
            lastFen: { orNull: "whole" },
            valueFen: { orNull: "whole" },
            draft: { orNull: { fields: { valueFen: "whole", reason: { orNull: "text" } } } },
            revision: "whole",
            maySet: "flag",
            sellsNothing: { optional: "flag" },
            leftFen: { orNull: "whole" },
            keptFen: "whole",
          },
        },
      },
      carriedCount: "whole",
      publication: {
        fields: {
          may: "flag",
          levels: {
            listOf: {
              fields: {
                parentId: { orNull: "text" },
                parentName: { orNull: "text" },
                parentFen: { orNull: "whole" },
                restFen: "whole",
                remainder: { orNull: { fields: { valueFen: "whole", reason: "text" } } },
                targets: {
                  listOf: {
                    fields: {
                      subjectId: "text",
                      name: "text",
                      revision: "whole",
                      beforeFen: { orNull: "whole" },
                      afterFen: "whole",
                    },
                  },
                },
              },
            },
          },
          peopleCount: "whole",
          peopleNames: { listOf: "text" },
          isWhole: "flag",
        },
      },
    },
  },
  "targets.carryOver": { fields: { changedCount: "whole", unchangedCount: "whole" } },
  "targets.set": { fields: { changedCount: "whole", unchangedCount: "whole" } },
  "targets.publish": { fields: { changedCount: "whole", unchangedCount: "whole" } },
} satisfies Record<string, Shape>;

export const targetsAsked = {
  shapes: targetsShapes,
  paths: {
    "targets.level": "GET /api/v1/targets/level",
    "targets.carryOver": "POST /api/v1/targets/carried",
    "targets.set": "PUT /api/v1/targets",
    "targets.publish": "POST /api/v1/targets/publication",
  },
};
