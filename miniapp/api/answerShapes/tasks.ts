/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";
import { task } from "./parts/task";

export const tasksShapes = {
  "tasks.read": { fields: { task: task } },
  "tasks.cancel": { fields: { task: task } },
} satisfies Record<string, Shape>;

export const tasksAsked = {
  shapes: tasksShapes,
  paths: { "tasks.read": "GET /api/v1/tasks/:taskId", "tasks.cancel": "POST /api/v1/tasks/:taskId/cancellation" },
};
