/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../../shape";

export const signalsView: Shape = {
  fields: {
    items: {
      listOf: {
        fields: {
          kind: "word",
          value: "number",
          limit: "number",
          apart: { orNull: { fields: { meters: "number", minutes: "number", customerName: "text" } } },
        },
      },
    },
    score: "whole",
    askedFrom: "whole",
    foundAt: "instant",
  },
};
