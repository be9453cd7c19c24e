/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

const praiseView: Shape = {
  fields: {
    repName: "text",
    publicPraise: "word",
    group: { orNull: { fields: { unitName: "text", text: "text" } } },
    said: {
      fields: {
        group: { orNull: { fields: { byName: "text", at: "instant", state: "word" } } },
        private: { orNull: { fields: { byName: "text", at: "instant", state: "word" } } },
        ask: { orNull: { fields: { byName: "text", at: "instant", state: "word" } } },
      },
    },
  },
};

export const praiseShapes = {
  "praise.read": praiseView,
  "praise.give": praiseView,
  "praise.question": { fields: { question: { orNull: { fields: { byName: "text", text: "text" } } } } },
  "praise.answer": { fields: { question: { orNull: { fields: { byName: "text", text: "text" } } } } },
} satisfies Record<string, Shape>;

export const praiseAsked = {
  shapes: praiseShapes,
  paths: {
    "praise.read": "GET /api/v1/sales/:saleId/praise",
    "praise.give": "POST /api/v1/sales/:saleId/praise",
    "praise.question": "GET /api/v1/sales/:saleId/praise/question",
    "praise.answer": "POST /api/v1/sales/:saleId/praise/answer",
  },
};
