export { crontab } from "./crontab";
export type { Job, Slot } from "./job";
export { scheduler } from "./scheduler";
