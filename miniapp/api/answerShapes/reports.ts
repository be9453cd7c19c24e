/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

export const reportsShapes = {
  "reports.send": { fields: { reportId: "text", heardByNames: { listOf: "text" } } },
  "reports.list": {
    fields: {
      items: {
        listOf: {
          fields: {
            reportId: "text",
            byName: "text",
            text: { orNull: "text" },
            saw: { orNull: "text" },
            reference: { orNull: "text" },
            screen: { orNull: "text" },
            program: "text",
            happenedAt: "instant",
            reportedAt: "instant",
            closed: { orNull: { fields: { byName: "text", answer: { orNull: "text" }, at: "instant" } } },
            revision: "whole",
          },
        },
      },
      isWhole: "flag",
    },
  },
  "reports.close": {
    fields: {
      report: {
        fields: {
          reportId: "text",
          byName: "text",
          text: { orNull: "text" },
          saw: { orNull: "text" },
          reference: { orNull: "text" },
          screen: { orNull: "text" },
          program: "text",
          happenedAt: "instant",
          reportedAt: "instant",
          closed: { orNull: { fields: { byName: "text", answer: { orNull: "text" }, at: "instant" } } },
          revision: "whole",
        },
      },
    },
  },
  "reports.reopen": {
    fields: {
      report: {
        fields: {
          reportId: "text",
          byName: "text",
          text: { orNull: "text" },
          saw: { orNull: "text" },
          reference: { orNull: "text" },
          screen: { orNull: "text" },
          program: "text",
          happenedAt: "instant",
          reportedAt: "instant",
          closed: { orNull: { fields: { byName: "text", answer: { orNull: "text" }, at: "instant" } } },
          revision: "whole",
        },
      },
    },
  },
} satisfies Record<string, Shape>;

export const reportsAsked = {
  shapes: reportsShapes,
  paths: {
    "reports.send": "POST /api/v1/reports",
    "reports.list": "GET /api/v1/reports",
    "reports.close": "POST /api/v1/reports/:reportId/closing",
    "reports.reopen": "POST /api/v1/reports/:reportId/reopening",
  },
};
