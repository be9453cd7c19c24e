/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

export const dayPlansShapes = {
  "dayPlans.read": { fields: { plan: { orNull: { fields: { stops: { listOf: "text" }, saidAt: "instant" } } } } },
} satisfies Record<string, Shape>;

export const dayPlansAsked = { shapes: dayPlansShapes, paths: { "dayPlans.read": "GET /api/v1/me/day-plans/:on" } };
