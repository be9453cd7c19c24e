/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";
import { visitView } from "./parts/visitView";

const visitVersionView: Shape = {
  fields: {
    version: "whole",
    purpose: "word",
    peopleMet: { orNull: "text" },
    met: { optional: { listOf: { fields: { contactId: "text", name: "text" } } } },
    record: "text",
    voice: { optional: { orNull: { fields: { fileId: "text", hash: "text", lengthMs: "whole" } } } },
    nextStep: { orNull: { fields: { text: "text", on: "day", doneAt: { orNull: "instant" } } } },
    type: {
      fields: {
        typeId: "text",
        version: "whole",
        name: "text",
        steps: {
          listOf: {
            fields: {
              stepId: "text",
              kind: "word",
              label: "text",
              required: "flag",
              options: { listOf: "text" },
              isShort: { optional: "flag" },
            },
          },
        },
        asksTimeOnSite: "flag",
        seenBy: "word",
      },
    },
    answers: {
      listOf: {
        fields: {
          stepId: "text",
          value: "text",
          files: { optional: { listOf: { fields: { fileId: "text", hash: "text" } } } },
          counts: { optional: { listOf: { fields: { product: "text", count: "whole" } } } },
        },
      },
    },
    writtenAt: "instant",
  },
};

export const visitsShapes = {
  "visits.read": {
    fields: {
      visit: visitView,
      earlier: { listOf: visitVersionView },
      files: { optional: { listOf: { fields: { fileId: "text", url: { orNull: "text" } } } } },
      rep: { optional: { fields: { memberId: "text", name: "text", mayReview: "flag" } } },
      companions: {
        optional: {
          listOf: {
            fields: {
              companionId: "text",
              name: "text",
              state: "word",
              hasLeft: "flag",
              confirmUntil: "instant",
              ownCheckInAt: { orNull: "instant" },
            },
          },
        },
      },
      correctableUntil: { orNull: "instant" },
    },
  },
} satisfies Record<string, Shape>;

export const visitsAsked = { shapes: visitsShapes, paths: { "visits.read": "GET /api/v1/visits/:visitId" } };
