/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";
import { foundCustomerView } from "./parts/foundCustomerView";

export const searchShapes = {
  "search.find": {
    fields: {
      customers: { fields: { items: { listOf: foundCustomerView }, hasMore: "flag" } },
      people: {
        fields: {
          items: {
            listOf: {
              fields: { memberId: "text", name: "text", unitId: { orNull: "text" }, unitName: { orNull: "text" } },
            },
          },
          hasMore: "flag",
        },
      },
      plans: {
        fields: {
          items: { listOf: { fields: { planId: "text", name: "text", version: "whole", state: "word" } } },
          hasMore: "flag",
        },
      },
      sales: {
        fields: {
          items: {
            listOf: {
              fields: {
                saleId: "text",
                customerName: "text",
                contractNo: { orNull: "text" },
                amountFen: "whole",
                signedOn: "day",
                repName: "text",
                state: "word",
              },
            },
          },
          hasMore: "flag",
        },
      },
    },
  },
} satisfies Record<string, Shape>;

export const searchAsked = { shapes: searchShapes, paths: { "search.find": "GET /api/v1/search" } };
