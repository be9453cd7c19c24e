/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";
import { task } from "./parts/task";

const exportView: Shape = {
  fields: {
    exportId: "text",
    what: "word",
    format: "word",
    filter: {
      fields: {
        view: "word",
        words: { optional: "text" },
        grade: { optional: "word" },
        pin: { optional: "word" },
        state: { optional: "word" },
        period: { optional: "month" },
        chosen: { optional: "whole" },
      },
    },
    reason: "text",
    by: { fields: { memberId: "text", name: "text" } },
    state: "word",
    rows: { orNull: "whole" },
    askedAt: "instant",
    waitsUntil: { orNull: "instant" },
    deciderNames: { listOf: "text" },
    mayDecide: "flag",
    decision: { orNull: { fields: { byName: "text", allowed: "flag", reason: { orNull: "text" }, at: "instant" } } },
    task: { orNull: task },
    file: { orNull: { fields: { name: "text", bytes: "whole", keptUntil: "instant" } } },
    revision: "whole",
  },
};

export const exportsShapes = {
  "exports.create": { fields: { export: exportView, task: task } },
  "exports.mine": { fields: { items: { listOf: exportView } } },
  "exports.read": { fields: { export: exportView } },
  "exports.decide": { fields: { export: exportView } },
  "exports.withdraw": { fields: { export: exportView } },
  "exports.link": { fields: { url: "text", name: "text", bytes: "whole", keptUntil: "instant" } },
} satisfies Record<string, Shape>;

export const exportsAsked = {
  shapes: exportsShapes,
  paths: {
    "exports.create": "POST /api/v1/exports",
    "exports.mine": "GET /api/v1/me/exports",
    "exports.read": "GET /api/v1/exports/:exportId",
    "exports.decide": "POST /api/v1/exports/:exportId/decision",
    "exports.withdraw": "POST /api/v1/exports/:exportId/withdrawal",
    "exports.link": "GET /api/v1/exports/:exportId/link",
  },
};
