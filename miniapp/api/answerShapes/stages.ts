/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

export const stagesShapes = {
  "stages.undo": { fields: { stageChangeId: "text", customerId: "text", stage: "text" } },
} satisfies Record<string, Shape>;

export const stagesAsked = {
  shapes: stagesShapes,
  paths: { "stages.undo": "POST /api/v1/stage-changes/:stageChangeId/undo" },
};
