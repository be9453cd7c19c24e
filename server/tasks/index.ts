export { beginTask, refuseManyTasks } from "./beginTask";
export { countTasksOf, eraseTasks, eraseTasksOf } from "./eraseTasks";
export { type TaskEnded, taskEnded } from "./events";
export { countsOf, presentTask } from "./presentTask";
export { tasksHandlers } from "./routes";
export { type RunningTask, type TaskKind, taskKind, type TaskResult, type TaskStep } from "./taskKind";
export type { TaskRecord } from "./taskModel";
export { taskRunner, workTasks } from "./taskRunner";
export { noteSeen, taskIfAny, tasksOfMonth } from "./tasks";
