/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../../shape";

export const pace: Shape = {
  fields: { workingDaysGone: "whole", workingDays: "whole", workingDaysLeft: { optional: "whole" } },
};
