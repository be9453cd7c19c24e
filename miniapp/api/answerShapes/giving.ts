/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

export const givingShapes = {
  "customers.takers": { fields: { people: { listOf: { fields: { memberId: "text", name: "text" } } } } },
  "customers.giveMany": {
    fields: { items: { listOf: { fields: { customerId: "text", is: "word", from: { orNull: "day" } } } } },
  },
} satisfies Record<string, Shape>;

export const givingAsked = {
  shapes: givingShapes,
  paths: { "customers.takers": "POST /api/v1/customer-takers", "customers.giveMany": "POST /api/v1/customer-givings" },
};
