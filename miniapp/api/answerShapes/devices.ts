/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

export const devicesShapes = {
  "devices.mine": {
    fields: {
      items: {
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
  "devices.remove": { fields: { sessionsEnded: "whole" } },
} satisfies Record<string, Shape>;

export const devicesAsked = {
  shapes: devicesShapes,
  paths: { "devices.mine": "GET /api/v1/me/devices", "devices.remove": "POST /api/v1/me/devices/:deviceId/removal" },
};
