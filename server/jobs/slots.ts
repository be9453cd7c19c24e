import nodeCron from "node-cron";
import type { Job } from "./job";

export const timezone = "Asia/Shanghai";

const minuteMs = 60_000;
/** Slots older than this are not made up for. */
const lookBackMs = 62 * 24 * 60 * minuteMs;
/** A slot found later than this was missed: nobody was running, or the clock was moved over it. */
const onTimeMs = 15 * minuteMs;

/** Finds the slots of a schedule by node-cron's own matcher. */
export function slotFinder(schedule: string): (after: Date, until: Date) => Date[] {
  const task = nodeCron.createTask(schedule, () => undefined, { timezone });
  // Shanghai is whole hours from UTC, so a minute of the hour is the same in both; asking only for those is 60 times as quick.
  const minutes = new Set(nodeCron.parse(schedule).minute);
  return (after, until) => {
    const fromMs = Math.max(after.getTime(), until.getTime() - lookBackMs);
    const slots: Date[] = [];
    for (let at = Math.floor(fromMs / minuteMs + 1) * minuteMs; at <= until.getTime(); at += minuteMs) {
      const slot = new Date(at);
      if (minutes.has(slot.getUTCMinutes()) && task.match(slot)) slots.push(slot);
    }
    return slots;
  };
}

/** Which of the slots found are run, by the job's rule. */
export function slotsToRun(found: Date[], catchUp: Job["catchUp"], now: Date): Date[] {
  if (catchUp === "all") return found;
  const newest = found.slice(-1);
  if (catchUp === "latest") return newest;
  return newest.filter((slot) => now.getTime() - slot.getTime() <= onTimeMs);
}
