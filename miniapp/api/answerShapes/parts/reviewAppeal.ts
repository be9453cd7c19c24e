/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../../shape";
import { reviewDecision } from "./reviewDecision";

export const reviewAppeal: Shape = { fields: { text: "text", at: "instant", first: reviewDecision } };
