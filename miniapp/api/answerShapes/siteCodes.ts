/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";
import { customerChanged } from "./parts/customerChanged";

export const siteCodesShapes = {
  "siteCodes.read": {
    fields: {
      customerName: "text",
      siteName: "text",
      code: { orNull: { fields: { madeAt: "instant", byName: "text", sheetUntil: { orNull: "instant" } } } },
      mayRenew: "flag",
      revision: "whole",
    },
  },
  "siteCodes.renew": customerChanged,
  "siteCodes.sheet": { fields: { url: "text" } },
} satisfies Record<string, Shape>;

export const siteCodesAsked = {
  shapes: siteCodesShapes,
  paths: {
    "siteCodes.read": "GET /api/v1/customers/:customerId/sites/:siteId/code",
    "siteCodes.renew": "POST /api/v1/customers/:customerId/sites/:siteId/code",
    "siteCodes.sheet": "GET /api/v1/customers/:customerId/sites/:siteId/code/sheet",
  },
};
