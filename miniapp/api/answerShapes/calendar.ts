/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

export const calendarShapes = {
  "calendar.read": {
    fields: {
      year: "text",
      source: "word",
      isAnnounced: "flag",
      days: { listOf: { fields: { on: "day", kind: "word" } } },
      editableFrom: "day",
      changed: { orNull: { fields: { byName: "text", at: "instant" } } },
      revision: "whole",
      can: { fields: { set: "flag" } },
    },
  },
  "calendar.preview": {
    fields: {
      effects: {
        fields: {
          days: { listOf: "day" },
          workingDays: { listOf: { fields: { month: "month", before: "whole", after: "whole" } } },
          cutOffs: { listOf: { fields: { month: "month", before: "instant", after: "instant" } } },
        },
      },
    },
  },
  "calendar.set": {
    fields: {
      revision: "whole",
      effects: {
        fields: {
          days: { listOf: "day" },
          workingDays: { listOf: { fields: { month: "month", before: "whole", after: "whole" } } },
          cutOffs: { listOf: { fields: { month: "month", before: "instant", after: "instant" } } },
        },
      },
    },
  },
} satisfies Record<string, Shape>;

export const calendarAsked = {
  shapes: calendarShapes,
  paths: {
    "calendar.read": "GET /api/v1/calendar/:year",
    "calendar.preview": "POST /api/v1/calendar/:year/preview",
    "calendar.set": "PUT /api/v1/calendar/:year",
  },
};
