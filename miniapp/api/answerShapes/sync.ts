/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

export const syncShapes = {
  "sync.send": { fields: { items: { listOf: { fields: { commandId: "text", status: "whole", body: "object" } } } } },
} satisfies Record<string, Shape>;

export const syncAsked = { shapes: syncShapes, paths: { "sync.send": "POST /api/v1/sync" } };
