/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../../shape";

export const foundCustomerView: Shape = {
  fields: {
    customerId: "text",
    name: "text",
    shortName: "text",
    grade: "word",
    stage: "text",
    address: { orNull: "text" },
    ownerNames: { listOf: "text" },
  },
};
