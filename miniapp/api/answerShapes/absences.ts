/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

export const absencesShapes = {
  "absences.read": {
    fields: {
      absence: { orNull: { fields: { from: "day", to: "day", deputyId: { orNull: "text" } } } },
      revision: "whole",
      deputies: { listOf: { fields: { memberId: "text", name: "text", unitNames: { listOf: "text" } } } },
      isOfficer: "flag",
      standsInFor: { listOf: { fields: { name: "text", from: "day", to: "day" } } },
    },
  },
  "absences.set": {
    fields: {
      absence: { orNull: { fields: { from: "day", to: "day", deputyId: { orNull: "text" } } } },
      revision: "whole",
    },
  },
} satisfies Record<string, Shape>;

export const absencesAsked = {
  shapes: absencesShapes,
  paths: { "absences.read": "GET /api/v1/me/absence", "absences.set": "PUT /api/v1/me/absence" },
};
