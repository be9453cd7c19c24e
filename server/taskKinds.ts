import type { Deps } from "./deps";
import { exportTask } from "./features/exports";
import { lookTask, runTask, undoTask } from "./features/imports";
import { postOpeningsTask } from "./features/openings";
import { checkPlanTask } from "./features/plans";
import { simulatePlanTask } from "./features/simulations";
import type { TaskKind } from "./tasks";

/** Every feature's long work. */
export const taskKinds: readonly TaskKind<Deps>[] = [
  exportTask,
  lookTask,
  runTask,
  undoTask,
  postOpeningsTask,
  checkPlanTask,
  simulatePlanTask,
];
