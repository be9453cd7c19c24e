/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";
import { answeredStep } from "./parts/answeredStep";
import { checkInView } from "./parts/checkInView";
import { earlierRecord } from "./parts/earlierRecord";
import { footstep } from "./parts/footstep";
import { pace } from "./parts/pace";
import { reviewDecision } from "./parts/reviewDecision";
import { teamMonth } from "./parts/teamMonth";

const stateTotals: Shape = {
  fields: { estimatedFen: "whole", earnedFen: "whole", payableFen: "whole", paidFen: "whole" },
};

const formulaPart: Shape = {
  fields: {
    text: "text",
    label: { orNull: "text" },
    source: { orNull: "text" },
    opens: { orNull: "word" },
    saleId: { orNull: "text" },
  },
};

const lineDoubt: Shape = {
  fields: {
    lineId: "text",
    visitId: "text",
    checkInId: "text",
    customerName: "text",
    on: "day",
    decideUntil: "instant",
    deciderNames: { listOf: "text" },
  },
};

const lostPay: Shape = {
  fields: {
    visitId: "text",
    checkInId: "text",
    customerName: "text",
    on: "day",
    amountFen: "whole",
    decision: reviewDecision,
    appealUntil: { optional: { orNull: "instant" } },
  },
};

const lineView: Shape = {
  fields: {
    lineId: "text",
    componentCode: "text",
    name: "text",
    kind: "text",
    amountFen: "whole",
    states: stateTotals,
    status: "word",
    sentence: "text",
    saleId: { orNull: "text" },
    customerName: { orNull: "text" },
    on: { orNull: "day" },
  },
};

const lineVisit: Shape = {
  fields: {
    visitId: "text",
    memberId: "text",
    on: "day",
    record: "text",
    answers: { listOf: answeredStep },
    earlierRecords: { listOf: earlierRecord },
    checkIn: checkInView,
    mayOpen: { optional: "flag" },
    allocatedFen: "whole",
  },
};

const lineSale: Shape = {
  fields: {
    saleId: "text",
    customerName: "text",
    amountFen: "whole",
    signedOn: "day",
    confirmedAt: { orNull: "instant" },
    allocatedFen: "whole",
    footsteps: { listOf: footstep },
  },
};

export const statementsShapes = {
  "statements.mine": {
    fields: {
      period: "month",
      state: "word",
      revision: "whole",
      asOf: "instant",
      totals: stateTotals,
      hasPlan: { optional: "flag" },
      lines: { listOf: lineView },
      doubts: { optional: { listOf: lineDoubt } },
      lost: { optional: { listOf: lostPay } },
      hasOpening: { optional: "flag" },
      pending: {
        fields: {
          count: "whole",
          amountFen: "whole",
          newestSignedOn: { optional: { orNull: "day" } },
          earliestSignedOn: { optional: { orNull: "day" } },
        },
      },
    },
  },
  "statements.line": {
    fields: {
      line: lineView,
      formula: { listOf: formulaPart },
      sales: { listOf: lineSale },
      visits: { listOf: lineVisit },
      doubts: { optional: { listOf: lineDoubt } },
      plan: { fields: { code: "text", name: "text", version: "whole", validFrom: "day" } },
      rule: { fields: { when: { orNull: "text" }, amount: "text" } },
      receipt: "object",
    },
  },
  "statements.ofVisit": {
    fields: {
      period: "month",
      lines: {
        listOf: {
          fields: {
            lineId: "text",
            componentCode: "text",
            name: "text",
            kind: "text",
            amountFen: "whole",
            states: stateTotals,
            status: "word",
            sentence: "text",
            saleId: { orNull: "text" },
            customerName: { orNull: "text" },
            on: { orNull: "day" },
            ofVisitFen: "whole",
          },
        },
      },
    },
  },
  "statements.nextStep": {
    fields: {
      own: { orNull: { fields: { amountFen: "whole", gainFen: "whole", reaches: "word" } } },
      team: { orNull: { fields: { unitId: "text", missingFen: "whole", edge: "text", gainFen: "whole" } } },
      zero: { orNull: "text" },
    },
  },
  "statements.receipt": { fields: { receipt: "object" } },
  "today.read": {
    fields: {
      period: "month",
      asOf: "instant",
      pace: pace,
      mine: {
        orNull: {
          fields: {
            doneFen: "whole",
            targetFen: { orNull: "whole" },
            totals: stateTotals,
            monthFen: "whole",
            nowFen: "whole",
            commissionNowFen: "whole",
            commissionFen: "whole",
            commissionEstimatedFen: { optional: "whole" },
            hasCommission: { optional: { orNull: "flag" } },
            besidesFen: { optional: "whole" },
            ordersCount: "whole",
            effectiveVisitsCount: "whole",
            todayGain: { orNull: { fields: { salesFen: "whole", commissionFen: "whole", otherFen: "whole" } } },
            pending: {
              fields: {
                count: "whole",
                amountFen: "whole",
                newestSignedOn: { optional: { orNull: "day" } },
                earliestSignedOn: { optional: { orNull: "day" } },
              },
            },
          },
        },
      },
      team: { orNull: teamMonth },
      leads: { listOf: { fields: { team: teamMonth } } },
    },
  },
} satisfies Record<string, Shape>;

export const statementsAsked = {
  shapes: statementsShapes,
  paths: {
    "statements.mine": "GET /api/v1/me/statements/:period",
    "statements.line": "GET /api/v1/me/statements/:period/lines/:lineId",
    "statements.nextStep": "GET /api/v1/me/statements/:period/next-step",
    "statements.ofVisit": "GET /api/v1/me/visits/:visitId/earnings",
    "statements.receipt": "GET /api/v1/me/statements/:period/receipt",
    "today.read": "GET /api/v1/me/today",
  },
};
