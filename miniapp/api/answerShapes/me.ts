/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

export const meShapes = {
  "me.read": {
    fields: {
      member: {
        fields: {
          memberId: "text",
          name: "text",
          roles: { listOf: "word" },
          language: "word",
          publicPraise: "word",
          hasChosenPraise: { optional: "flag" },
          lookMessages: { optional: "flag" },
          revision: "whole",
        },
      },
      company: { fields: { name: "text", saleLimitFen: "whole" } },
      team: { orNull: { fields: { unitId: "text", name: "text", leaderNames: { listOf: "text" } } } },
      leads: { listOf: { fields: { unitId: "text", name: "text" } } },
      consent: {
        fields: {
          acceptedVersion: { orNull: "text" },
          acceptedNumber: { optional: { orNull: "whole" } },
          currentVersion: "text",
          currentNumber: { optional: { orNull: "whole" } },
        },
      },
      privacy: {
        fields: {
          responsible: "text",
          contact: { orNull: "text" },
          positionKeptDays: "whole",
          photoKeptDays: { optional: "whole" },
          reportKeptDays: { optional: "whole" },
          messageKeptDays: { optional: "whole" },
        },
      },
      administratorNames: { listOf: "text" },
      hrNames: { listOf: "text" },
      can: { optional: { listOf: "word" } },
      closing: {
        optional: {
          fields: {
            byNames: { listOf: "text" },
            months: { listOf: { fields: { period: "month", state: "word", cutOffAt: "instant" } } },
          },
        },
      },
      demo: "flag",
      serverNow: "instant",
      today: "day",
      period: "month",
    },
  },
  "me.setLanguage": { fields: { language: "word", revision: "whole" } },
  "me.setPublicPraise": { fields: { publicPraise: "word", revision: "whole" } },
  "me.setLookMessages": { fields: { lookMessages: "flag", revision: "whole" } },
  "me.consent": { fields: { acceptedVersion: "text", acceptedAt: "instant" } },
} satisfies Record<string, Shape>;

export const meAsked = {
  shapes: meShapes,
  paths: {
    "me.read": "GET /api/v1/me",
    "me.setLanguage": "PUT /api/v1/me/language",
    "me.setPublicPraise": "PUT /api/v1/me/public-praise",
    "me.setLookMessages": "PUT /api/v1/me/look-messages",
    "me.consent": "POST /api/v1/me/consent",
  },
};
