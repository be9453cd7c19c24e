import nodeCron, { type ScheduledTask } from "node-cron";
import type { Deps } from "../deps";
import type { Service } from "../lib/services";
import type { Job } from "./job";
import { CursorModel, type CursorRecord } from "./runModel";
import { runSlot, takeUpRuns } from "./runs";
import { slotFinder, slotsToRun } from "./slots";

export type SchedulerDeps = Pick<Deps, "clock" | "realNow" | "logger" | "newToken">;

const everySecond = "* * * * * *";

/**
 * Runs jobs as their slots come due on the business clock, wherever that is moved to. Any number of processes may do so:
 * each slot is run by one of them.
 */
export function scheduler(deps: SchedulerDeps, jobs: Job[]): Service & { tick: () => Promise<void> } {
  const rows = jobs.map((job) => ({ job, find: slotFinder(job.schedule), seenUntil: null as Date | null }));
  let task: ScheduledTask | null = null;
  /** A job that is new has missed nothing before this: its first slots may come due before the first look. */
  let startedAt: Date | null = null;
  let ticking: Promise<void> = Promise.resolve();
  let busy = false;

  const look = async () => {
    const now = deps.clock.now();
    for (const row of rows) {
      const seenUntil = await beginning(row.job, row.seenUntil, { now, startedAt: startedAt ?? now });
      const found = row.find(seenUntil, now);
      for (const slot of slotsToRun(found, row.job.catchUp, now)) await runSlot(row.job, slot, deps);
      // Only now: had this process died before, the slots would have been found again.
      if (found.length > 0) await remember(row.job, now);
      row.seenUntil = now;
    }
    await takeUpRuns(jobs, deps);
  };

  /** One look at the clock; while one is under way the next is left out. */
  const tick = async () => {
    if (busy) return;
    busy = true;
    try {
      await look();
    } catch (error) {
      deps.logger.error({ error }, "could not look for due jobs; trying again");
    } finally {
      busy = false;
    }
  };

  return {
    name: "scheduler",
    tick,
    async start() {
      startedAt = deps.clock.now();
      task = nodeCron.createTask(everySecond, () => (ticking = tick()), {
        noOverlap: true,
        suppressMissedWarning: true,
      });
      await task.start();
    },
    async stop() {
      await task?.destroy();
      await ticking;
    },
  };
}

/** From where on slots are looked for: a job that is new begins with the process, and a clock set back begins again there. */
async function beginning(job: Job, seenUntil: Date | null, { now, startedAt }: Looking): Promise<Date> {
  const stored = seenUntil ?? (await storedCursor(job));
  if (stored && stored <= now) return stored;
  const since = stored === null && startedAt <= now ? startedAt : now;
  await remember(job, since);
  return since;
}

interface Looking {
  now: Date;
  startedAt: Date;
}

async function storedCursor(job: Job): Promise<Date | null> {
  const cursor = await CursorModel.findOne({ _id: job.name }).lean<CursorRecord | null>();
  return cursor?.seenUntil ?? null;
}

async function remember(job: Job, seenUntil: Date): Promise<void> {
  const set = { $set: { seenUntil }, $setOnInsert: { schemaVersion: 1 } };
  await CursorModel.updateOne({ _id: job.name }, set, { upsert: true });
}
