/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";
import { answeredStep } from "./parts/answeredStep";
import { earlierRecord } from "./parts/earlierRecord";
import { reviewAppeal } from "./parts/reviewAppeal";
import { reviewDecision } from "./parts/reviewDecision";
import { signalsView } from "./parts/signalsView";

const reviewView: Shape = {
  fields: {
    checkInId: "text",
    rep: { fields: { memberId: "text", name: "text" } },
    customerName: "text",
    on: "day",
    checkedInAt: "instant",
    verdict: "word",
    state: "word",
    decideUntil: "instant",
    isAnswered: "flag",
    answer: { orNull: { fields: { text: "text", photoUrl: { orNull: "text" }, at: "instant" } } },
    tapPhotoUrl: { optional: { orNull: "text" } },
    qrFinding: { optional: { orNull: "word" } },
    wifiFinding: { optional: { orNull: "word" } },
    doubts: { listOf: "word" },
    signals: { optional: { orNull: signalsView } },
    siteName: "text",
    distanceM: { orNull: "number" },
    accuracyM: { orNull: "number" },
    radiusM: "number",
    record: {
      orNull: {
        fields: {
          purpose: "word",
          peopleMet: { orNull: "text" },
          text: "text",
          typeName: "text",
          answers: { listOf: answeredStep },
        },
      },
    },
    decision: { orNull: reviewDecision },
    appeal: { optional: { orNull: reviewAppeal } },
    revision: "whole",
  },
};

export const reviewsShapes = {
  "reviews.read": {
    fields: {
      review: reviewView,
      earlierRecords: { listOf: earlierRecord },
      mayDecide: { optional: "flag" },
      deciderNames: { optional: { listOf: "text" } },
      mayChangeUntil: { optional: { orNull: "instant" } },
    },
  },
  "reviews.decide": { fields: { review: reviewView, mayChangeUntil: { optional: { orNull: "instant" } } } },
} satisfies Record<string, Shape>;

export const reviewsAsked = {
  shapes: reviewsShapes,
  paths: {
    "reviews.read": "GET /api/v1/reviews/:checkInId",
    "reviews.decide": "POST /api/v1/reviews/:checkInId/decision",
  },
};
