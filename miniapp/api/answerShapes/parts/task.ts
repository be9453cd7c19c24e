/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../../shape";

export const task: Shape = {
  fields: {
    taskId: "text",
    kind: "word",
    state: "word",
    progress: { fields: { done: "whole", total: { orNull: "whole" }, phase: "text" } },
    result: {
      orNull: {
        fields: { counts: { listOf: { fields: { name: "text", count: "whole" } } }, fileId: { orNull: "text" } },
      },
    },
    error: { orNull: { fields: { code: "text", sentence: "text" } } },
    createdAt: "instant",
    endedAt: { orNull: "instant" },
    askAgainMs: { orNull: "whole" },
    revision: "whole",
  },
};
