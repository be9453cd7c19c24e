import type { JobActor } from "@shared/domain/actor";

/** A row of the table: what runs when, by the company's clock. */
export interface Job {
  name: string;
  /** Minute, hour, day, month, weekday in Asia/Shanghai, as node-cron reads them. */
  schedule: string;
  /** Which slots that nobody ran in time are made up for: the newest, each in turn, or none. */
  catchUp: "latest" | "all" | "none";
  /**
   * Does what is due in a slot. It never asks what time it is, and running it twice for one slot does no more than once:
   * a run whose process died is taken up by another.
   */
  run(slot: Slot): Promise<void>;
}

export interface Slot {
  /** Business time. */
  at: Date;
  /** The id of the run; what the job makes follows from it. */
  runId: string;
  /** Who commands what the job changes. */
  actor: JobActor;
}
