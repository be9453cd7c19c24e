/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

export const tableViewsShapes = {
  "tableViews.read": {
    fields: {
      views: {
        listOf: {
          fields: {
            table: "text",
            name: "text",
            columns: { listOf: { fields: { column: "text", isShown: "flag" } } },
            sort: { orNull: { fields: { by: "text", isDescending: "flag" } } },
            search: { orNull: "text" },
            filters: { listOf: { fields: { filter: "text", value: "text" } } },
          },
        },
      },
      revision: "whole",
    },
  },
  "tableViews.set": {
    fields: {
      views: {
        listOf: {
          fields: {
            table: "text",
            name: "text",
            columns: { listOf: { fields: { column: "text", isShown: "flag" } } },
            sort: { orNull: { fields: { by: "text", isDescending: "flag" } } },
            search: { orNull: "text" },
            filters: { listOf: { fields: { filter: "text", value: "text" } } },
          },
        },
      },
      revision: "whole",
    },
  },
} satisfies Record<string, Shape>;

export const tableViewsAsked = {
  shapes: tableViewsShapes,
  paths: { "tableViews.read": "GET /api/v1/table-views", "tableViews.set": "PUT /api/v1/table-views" },
};
