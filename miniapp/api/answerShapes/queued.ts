/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";
import { checkInView } from "./parts/checkInView";
import { customerChanged } from "./parts/customerChanged";
import { saleView } from "./parts/saleView";
import { visitView } from "./parts/visitView";

export const queuedShapes = {
  "checkIns.create": { fields: { checkIn: checkInView } },
  "checkIns.leave": { fields: { checkInId: "text", leftAt: "instant" } },
  "checkIns.answer": { fields: { checkIn: checkInView } },
  "companions.name": {
    fields: {
      companions: {
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
  },
  "companions.answer": {
    fields: {
      named: {
        fields: {
          companionId: "text",
          byName: "text",
          customerName: "text",
          on: "day",
          checkedInAt: "instant",
          state: "word",
          confirmUntil: "instant",
          revision: "whole",
        },
      },
    },
  },
  "dayPlans.set": { fields: { plan: { fields: { stops: { listOf: "text" }, saidAt: "instant" } } } },
  "visitQuestions.ask": {
    fields: {
      question: {
        fields: {
          questionId: "text",
          customerId: "text",
          customerName: "text",
          byName: "text",
          askedName: "text",
          askedAt: "instant",
          answerUntil: "instant",
          state: "word",
          word: { orNull: "text" },
          reason: { orNull: "text" },
          revision: "whole",
        },
      },
    },
  },
  "visitQuestions.overrule": {
    fields: {
      question: {
        fields: {
          questionId: "text",
          customerId: "text",
          customerName: "text",
          byName: "text",
          askedName: "text",
          askedAt: "instant",
          answerUntil: "instant",
          state: "word",
          word: { orNull: "text" },
          reason: { orNull: "text" },
          revision: "whole",
        },
      },
    },
  },
  "customers.create": { fields: { customerId: "text", revision: "whole", created: "flag" } },
  "sites.add": customerChanged,
  "followUps.record": {
    fields: {
      followUp: {
        fields: {
          followUpId: "text",
          customerId: "text",
          customerName: "text",
          channel: "word",
          people: { orNull: "text" },
          record: "text",
          at: "instant",
          on: "day",
          version: "whole",
          correctedAt: { orNull: "instant" },
        },
      },
    },
  },
  "followUps.correct": { fields: { followUpId: "text", version: "whole" } },
  "sales.submit": { fields: { sale: saleView } },
  "sales.resubmit": { fields: { sale: saleView } },
  "stages.move": { fields: { stageChangeId: "text", customerId: "text", stage: "text" } },
  "visits.record": { fields: { visit: visitView } },
  "visits.correct": { fields: { visitId: "text", version: "whole", effective: "flag" } },
  "visits.settleNextStep": { fields: { visitId: "text", version: "whole" } },
} satisfies Record<string, Shape>;
