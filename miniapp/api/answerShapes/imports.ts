/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";
import { task } from "./parts/task";

export const importsShapes = {
  "imports.create": { fields: { importId: "text", task: task } },
  "imports.template": {
    fields: {
      columns: {
        listOf: {
          fields: { field: "text", heading: "text", isRequired: "flag", values: { listOf: "text" }, example: "text" },
        },
      },
    },
  },
  "imports.mine": {
    fields: {
      items: {
        listOf: {
          fields: {
            importId: "text",
            purpose: "word",
            source: "word",
            fileName: "text",
            state: "word",
            refusal: { orNull: "text" },
            counts: { listOf: { fields: { is: "word", count: "whole" } } },
            taskId: "text",
            hasErrorFile: "flag",
            byName: "text",
            createdAt: "instant",
            ranAt: { orNull: "instant" },
            undoUntil: { orNull: "day" },
            revision: "whole",
          },
        },
      },
    },
  },
  "imports.read": {
    fields: {
      import: {
        fields: {
          importId: "text",
          purpose: "word",
          source: "word",
          fileName: "text",
          state: "word",
          choices: {
            fields: {
              encoding: { optional: "word" },
              separator: { optional: "word" },
              sheet: { optional: "text" },
              headerRow: { optional: "whole" },
              mapping: { optional: { listOf: { fields: { heading: "text", field: { orNull: "text" } } } } },
              givesOwners: { optional: "flag" },
              ownedSince: { optional: "word" },
              answers: {
                optional: {
                  fields: {
                    sorts: { optional: { listOf: "text" } },
                    example: { optional: "flag" },
                    period: { optional: "month" },
                  },
                },
              },
            },
          },
          found: {
            orNull: {
              fields: {
                container: "word",
                encoding: { orNull: "text" },
                separator: { orNull: "text" },
                sheets: { listOf: "text" },
                sheet: { orNull: "text" },
                headerRows: { listOf: "whole" },
                head: { listOf: { fields: { row: "whole", text: "text" } } },
                columns: {
                  listOf: { fields: { heading: "text", field: { orNull: "text" }, sample: "text", isHidden: "flag" } },
                },
                questions: {
                  listOf: { fields: { code: "text", values: { listOf: "text" }, proposed: { listOf: "text" } } },
                },
                rows: "whole",
                hiddenRows: "whole",
                isRemembered: "flag",
              },
            },
          },
          refusal: { orNull: "text" },
          counts: { listOf: { fields: { is: "word", count: "whole" } } },
          fields: { listOf: "text" },
          taskId: "text",
          hasErrorFile: "flag",
          byName: "text",
          createdAt: "instant",
          ranAt: { orNull: "instant" },
          undoUntil: { orNull: "day" },
          revision: "whole",
        },
      },
    },
  },
  "imports.choose": { fields: { importId: "text", task: task } },
  "imports.undo": { fields: { importId: "text", task: task } },
  "imports.run": { fields: { importId: "text", task: task } },
  "imports.rows": {
    fields: {
      items: {
        listOf: {
          fields: {
            row: "whole",
            line: { orNull: "whole" },
            is: "word",
            why: { orNull: "text" },
            sentence: { orNull: "text" },
            name: { orNull: "text" },
            customerId: { orNull: "text" },
            column: { orNull: "text" },
            value: { orNull: "text" },
            other: { orNull: "text" },
            otherRow: { orNull: "whole" },
            candidates: { listOf: "text" },
            notices: { listOf: "text" },
          },
        },
      },
      nextCursor: { orNull: "text" },
    },
  },
  "imports.errorFile": { fields: { url: "text", name: "text" } },
} satisfies Record<string, Shape>;

export const importsAsked = {
  shapes: importsShapes,
  paths: {
    "imports.create": "POST /api/v1/imports",
    "imports.template": "GET /api/v1/imports/templates/:purpose",
    "imports.mine": "GET /api/v1/me/imports",
    "imports.read": "GET /api/v1/imports/:importId",
    "imports.choose": "POST /api/v1/imports/:importId/choices",
    "imports.undo": "POST /api/v1/imports/:importId/undo",
    "imports.run": "POST /api/v1/imports/:importId/run",
    "imports.rows": "GET /api/v1/imports/:importId/rows",
    "imports.errorFile": "GET /api/v1/imports/:importId/errors/link",
  },
};
