/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../../shape";
import { reviewAppeal } from "./reviewAppeal";
import { reviewDecision } from "./reviewDecision";

export const checkInView: Shape = {
  fields: {
    checkInId: "text",
    customerId: "text",
    customerName: "text",
    siteId: "text",
    siteName: "text",
    verdict: "word",
    distanceM: { orNull: "number" },
    accuracyM: { orNull: "number" },
    radiusM: "number",
    checkedInAt: "instant",
    on: "day",
    hasPhoto: { optional: "flag" },
    qrFinding: { optional: { orNull: "word" } },
    wifiFinding: { optional: { orNull: "word" } },
    leftAt: { optional: { orNull: "instant" } },
    visitId: { orNull: "text" },
    visit: { optional: { orNull: { fields: { effective: "flag", reason: { orNull: "word" } } } } },
    recordUntil: "instant",
    repeatedOnDay: { orNull: "flag" },
    mendedById: { optional: { orNull: "text" } },
    wouldDecideNames: { optional: { listOf: "text" } },
    review: {
      optional: {
        orNull: {
          fields: {
            state: "word",
            doubts: { listOf: "word" },
            decideUntil: "instant",
            answer: { orNull: "text" },
            hasPhoto: { optional: "flag" },
            decision: { orNull: reviewDecision },
            decisionBefore: { optional: { orNull: reviewDecision } },
            appeal: { optional: { orNull: reviewAppeal } },
            appealUntil: { optional: { orNull: "instant" } },
            deciderNames: { optional: { listOf: "text" } },
            revision: "whole",
          },
        },
      },
    },
    signals: {
      optional: {
        orNull: {
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
            leaderSeesFrom: { orNull: "instant" },
            answer: { orNull: "text" },
            mayAnswer: "flag",
            revision: "whole",
          },
        },
      },
    },
  },
};
