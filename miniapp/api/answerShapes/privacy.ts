/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

export const privacyShapes = {
  "privacy.mine": {
    fields: {
      consents: {
        listOf: {
          fields: {
            version: "text",
            number: { orNull: "whole" },
            acceptedAt: "instant",
            endedAt: { orNull: "instant" },
          },
        },
      },
      firstMonth: "month",
      thisMonth: "month",
      devices: {
        optional: {
          listOf: {
            fields: {
              deviceId: "text",
              via: "word",
              name: { orNull: "text" },
              firstAt: "instant",
              lastAt: "instant",
              isThis: "flag",
              isNew: "flag",
            },
          },
        },
      },
    },
  },
  "privacy.looked": {
    fields: {
      items: {
        listOf: {
          fields: {
            lookId: "text",
            at: "instant",
            byName: "text",
            what: "word",
            reason: { optional: { orNull: "text" } },
            visits: { listOf: { fields: { on: "day", customerName: "text" } } },
            pins: { optional: { listOf: { fields: { on: "day", customerName: "text" } } } },
          },
        },
      },
      nextCursor: { orNull: "text" },
    },
  },
  "privacy.withdrawConsent": { fields: { endedAt: { orNull: "instant" }, positionsErased: "whole" } },
} satisfies Record<string, Shape>;

export const privacyAsked = {
  shapes: privacyShapes,
  paths: {
    "privacy.mine": "GET /api/v1/me/privacy",
    "privacy.looked": "GET /api/v1/me/looks",
    "privacy.withdrawConsent": "POST /api/v1/me/consent/withdrawal",
  },
};
