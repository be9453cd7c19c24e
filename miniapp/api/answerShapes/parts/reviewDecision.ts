/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../../shape";

export const reviewDecision: Shape = {
  fields: { byName: "text", insteadOfName: { optional: { orNull: "text" } }, reason: "text", at: "instant" },
};
