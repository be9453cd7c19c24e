/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

export const visitTypesShapes = {
  "visitTypes.mine": {
    fields: {
      items: {
        listOf: {
          fields: {
            typeId: "text",
            version: "whole",
            name: "text",
            steps: {
              listOf: {
                fields: {
                  stepId: "text",
                  kind: "word",
                  label: "text",
                  required: "flag",
                  options: { listOf: "text" },
                  isShort: { optional: "flag" },
                },
              },
            },
            asksTimeOnSite: "flag",
            seenBy: "word",
          },
        },
      },
    },
  },
  "visitTypes.list": {
    fields: {
      items: {
        listOf: {
          fields: {
            typeId: "text",
            version: "whole",
            name: "text",
            steps: {
              listOf: {
                fields: {
                  stepId: "text",
                  kind: "word",
                  label: "text",
                  required: "flag",
                  options: { listOf: "text" },
                  isShort: { optional: "flag" },
                },
              },
            },
            asksTimeOnSite: "flag",
            seenBy: "word",
            inUse: "flag",
            changed: { orNull: { fields: { byName: "text", at: "instant" } } },
          },
        },
      },
    },
  },
  "visitTypes.save": {
    fields: {
      visitType: {
        fields: {
          typeId: "text",
          version: "whole",
          name: "text",
          steps: {
            listOf: {
              fields: {
                stepId: "text",
                kind: "word",
                label: "text",
                required: "flag",
                options: { listOf: "text" },
                isShort: { optional: "flag" },
              },
            },
          },
          asksTimeOnSite: "flag",
          seenBy: "word",
          inUse: "flag",
          changed: { orNull: { fields: { byName: "text", at: "instant" } } },
        },
      },
    },
  },
} satisfies Record<string, Shape>;

export const visitTypesAsked = {
  shapes: visitTypesShapes,
  paths: {
    "visitTypes.mine": "GET /api/v1/me/visit-types",
    "visitTypes.list": "GET /api/v1/visit-types",
    "visitTypes.save": "PUT /api/v1/visit-types/:typeId",
  },
};
