/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

export const todosShapes = {
  "todos.mine": {
    fields: {
      items: {
        listOf: {
          fields: {
            todoId: "text",
            kind: "word",
            subjectId: "text",
            since: "instant",
            about: "text",
            teams: { optional: { listOf: "text" } },
            count: { optional: "whole" },
            isAtLeast: { optional: "flag" },
            byName: { orNull: "text" },
            insteadOfNames: { optional: { listOf: "text" } },
            amountFen: { orNull: "whole" },
            text: { orNull: "text" },
            on: { orNull: "day" },
            until: { orNull: "instant" },
            waitsForNames: { optional: { listOf: "text" } },
            isInDoubt: { optional: "flag" },
            isAppealed: { optional: "flag" },
            visit: { orNull: { fields: { visitId: "text", version: "whole" } } },
            been: { optional: { orNull: { fields: { checkInId: "text", on: "day" } } } },
          },
        },
      },
      isWhole: "flag",
      messagesHeld: { optional: { orNull: { fields: { since: "instant", follow: "flag" } } } },
    },
  },
  "todos.approvals": {
    fields: {
      items: {
        listOf: {
          fields: {
            todoId: "text",
            kind: "word",
            subjectId: "text",
            since: "instant",
            about: "text",
            teams: { optional: { listOf: "text" } },
            count: { optional: "whole" },
            isAtLeast: { optional: "flag" },
            byName: { orNull: "text" },
            insteadOfNames: { optional: { listOf: "text" } },
            amountFen: { orNull: "whole" },
            text: { orNull: "text" },
            on: { orNull: "day" },
            until: { orNull: "instant" },
            waitsForNames: { optional: { listOf: "text" } },
            isInDoubt: { optional: "flag" },
            isAppealed: { optional: "flag" },
            visit: { orNull: { fields: { visitId: "text", version: "whole" } } },
            been: { optional: { orNull: { fields: { checkInId: "text", on: "day" } } } },
            isAsked: "flag",
            deciderNames: { listOf: "text" },
          },
        },
      },
      isWhole: "flag",
    },
  },
} satisfies Record<string, Shape>;

export const todosAsked = {
  shapes: todosShapes,
  paths: { "todos.mine": "GET /api/v1/me/todos", "todos.approvals": "GET /api/v1/me/todos/approvals" },
};
