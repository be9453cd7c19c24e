/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";
import { footstep } from "./parts/footstep";
import { saleView } from "./parts/saleView";

const saleWaits: Shape = { fields: { since: "instant", toldFrom: { orNull: "instant" } } };

const teamEffect: Shape = {
  fields: {
    unitId: "text",
    name: "text",
    period: "month",
    doneBeforeFen: "whole",
    doneFen: "whole",
    targetFen: { orNull: "whole" },
  },
};

const saleGain: Shape = {
  fields: {
    lineId: "text",
    name: "text",
    kind: "text",
    fen: "whole",
    ownFen: "whole",
    othersFen: "whole",
    formula: { orNull: "text" },
    edge: { orNull: { fields: { edgeFen: "whole", included: "flag", rate: "text", nextRate: "text" } } },
  },
};

export const salesShapes = {
  "sales.preview": {
    fields: {
      period: "month",
      creditFen: "whole",
      totalFen: "whole",
      ownFen: "whole",
      othersFen: "whole",
      rewardsFen: "whole",
      gains: { listOf: saleGain },
      reason: { orNull: "text" },
      othersNames: { listOf: "text" },
      month: { fields: { doneBeforeFen: "whole", doneFen: "whole", targetFen: { orNull: "whole" } } },
      pending: { fields: { count: "whole", amountFen: "whole" } },
      deciderNames: { listOf: "text" },
    },
  },
  "sales.list": {
    fields: {
      items: { listOf: saleView },
      nextCursor: { orNull: "text" },
      total: { optional: { fields: { count: "whole", amountFen: "whole", isAtLeast: "flag" } } },
    },
  },
  "sales.read": {
    fields: {
      sale: saleView,
      waits: { optional: { orNull: saleWaits } },
      footsteps: { listOf: footstep },
      countsFor: { listOf: { fields: { memberId: "text", name: "text" } } },
      seesFootsteps: "flag",
      toLookAt: {
        optional: {
          orNull: {
            fields: {
              large: { orNull: { fields: { than: "word", fen: "whole" } } },
              sameClients: {
                fields: {
                  shown: {
                    listOf: {
                      fields: {
                        customerId: "text",
                        shortName: "text",
                        ownerNames: { listOf: "text" },
                        sameBy: { listOf: "word" },
                      },
                    },
                  },
                  hiddenCount: "whole",
                  mayMerge: "flag",
                },
              },
              isFirstOrder: "flag",
              equal: { orNull: { fields: { saleId: "text", state: "word", since: "instant", isDenied: "flag" } } },
              sentBack: {
                orNull: {
                  fields: {
                    reason: "text",
                    was: {
                      fields: {
                        customerName: { optional: "text" },
                        amountFen: { optional: "whole" },
                        signedOn: { optional: "day" },
                        contractNo: { optional: { orNull: "text" } },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
      teamEffects: { listOf: teamEffect },
    },
  },
  "sales.confirm": { fields: { sale: saleView } },
  "sales.return": { fields: { sale: saleView } },
  "sales.restore": { fields: { sale: saleView } },
  "sales.withdraw": { fields: { sale: saleView } },
} satisfies Record<string, Shape>;

export const salesAsked = {
  shapes: salesShapes,
  paths: {
    "sales.preview": "POST /api/v1/sale-previews",
    "sales.list": "GET /api/v1/sales",
    "sales.read": "GET /api/v1/sales/:saleId",
    "sales.confirm": "POST /api/v1/sales/:saleId/confirmation",
    "sales.return": "POST /api/v1/sales/:saleId/return",
    "sales.restore": "POST /api/v1/sales/:saleId/restoration",
    "sales.withdraw": "POST /api/v1/sales/:saleId/withdrawal",
  },
};
