export { crontab } from "./crontab";
export type { Job, Slot } from "./job";
export { readFailedJobs } from "./runs";
export { scheduler } from "./scheduler";
