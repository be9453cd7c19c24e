/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";
import { checkInView } from "./parts/checkInView";

export const checkInsShapes = {
  "checkIns.create": { fields: { checkIn: checkInView } },
  "checkIns.mine": { fields: { items: { listOf: checkInView } } },
  "checkIns.photos": {
    fields: {
      photos: { listOf: { fields: { takenFor: "word", keptUntil: "instant", url: "text" } } },
      isSeenByDeciders: "flag",
    },
  },
  "checkIns.appeal": { fields: { checkIn: checkInView } },
} satisfies Record<string, Shape>;

export const checkInsAsked = {
  shapes: checkInsShapes,
  paths: {
    "checkIns.create": "POST /api/v1/check-ins",
    "checkIns.mine": "GET /api/v1/me/check-ins",
    "checkIns.photos": "GET /api/v1/check-ins/:checkInId/photos",
    "checkIns.appeal": "POST /api/v1/check-ins/:checkInId/appeal",
  },
};
