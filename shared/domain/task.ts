/** Long work that somebody asks for and that goes on without them, by what it does. */
export const taskKinds = [
  "exports.make",
  "imports.look",
  "imports.run",
  "imports.undo",
  "openings.post",
  "plans.check",
  "plans.simulate",
] as const;
export type TaskKindName = (typeof taskKinds)[number];

export const taskStates = ["queued", "running", "done", "failed", "cancelled"] as const;
export type TaskState = (typeof taskStates)[number];

/** Whether nothing more will come of it than there is. */
export const hasEnded = (state: TaskState): boolean => state !== "queued" && state !== "running";

/** So much of one person's is under way at a time. */
export const openTasksMax = 3;

/** So long it is told what has become of it. */
export const taskKeptDays = 30;
