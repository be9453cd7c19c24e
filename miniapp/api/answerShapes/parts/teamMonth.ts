/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../../shape";
import { pace } from "./pace";

export const teamMonth: Shape = {
  fields: {
    unitId: "text",
    name: "text",
    period: "month",
    doneFen: "whole",
    targetFen: { orNull: "whole" },
    asOf: "instant",
    pace: pace,
  },
};
