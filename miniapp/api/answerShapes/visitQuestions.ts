/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

export const visitQuestionsShapes = {
  "visitQuestions.read": {
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
  "visitQuestions.answer": {
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
  "visitQuestions.withdraw": {
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
} satisfies Record<string, Shape>;

export const visitQuestionsAsked = {
  shapes: visitQuestionsShapes,
  paths: {
    "visitQuestions.read": "GET /api/v1/visit-questions/:questionId",
    "visitQuestions.answer": "POST /api/v1/visit-questions/:questionId/answer",
    "visitQuestions.withdraw": "POST /api/v1/visit-questions/:questionId/withdrawal",
  },
};
