/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../../shape";
import { checkInView } from "./checkInView";

export const visitView: Shape = {
  fields: {
    visitId: "text",
    customerId: "text",
    customerName: "text",
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
    recordedAt: "instant",
    version: "whole",
    correctedAt: { orNull: "instant" },
    on: "day",
    effective: "flag",
    reason: { orNull: "word" },
    checkIn: checkInView,
    revision: "whole",
  },
};
