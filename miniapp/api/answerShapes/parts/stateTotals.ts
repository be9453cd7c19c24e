/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../../shape";

export const stateTotals: Shape = {
  fields: { estimatedFen: "whole", earnedFen: "whole", payableFen: "whole", paidFen: "whole" },
};
