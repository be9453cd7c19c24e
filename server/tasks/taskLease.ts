import type { ClientSession } from "mongoose";
import { endAbandonedTransactions, inTransaction, isWriteConflict, update } from "../db";
import type { Deps } from "../deps";
import type { TaskStep } from "./taskKind";
import { TaskModel, type TaskRecord } from "./taskModel";

const leaseMs = 30_000;
/** Whoever stores nothing for so long hangs: another begins where it stood. */
const silentMaxMs = 10 * 60_000;

/** This worker has no more to do with a task: it was cancelled, another worker has taken it over, or this process ends. */
export class TaskStopped extends Error {
  constructor(taskId: string) {
    super(`this worker has no more to do with ${taskId}`);
    this.name = "TaskStopped";
  }
}

type LeaseDeps = Pick<Deps, "realNow">;

/**
 * One worker's right to a task. It is part of the task's own document, so that how far it is, its end and who may say so are one write:
 * each matches the fence, and that it was not cancelled meanwhile.
 */
export class TaskLease {
  private storedAtMs = performance.now();

  private constructor(
    readonly task: TaskRecord,
    private readonly deps: LeaseDeps,
  ) {}

  /** @returns null where another was faster */
  static async claim(task: TaskRecord, deps: LeaseDeps): Promise<TaskLease | null> {
    const { _id, fence, state, leaseUntil } = task;
    // Its worker gave nothing back, so it may have died inside a transaction that still holds the task.
    const hasDied = state === "running";
    if (hasDied) await endAbandonedTransactions();
    const mine = {
      ...{ fence: fence + 1, leaseUntil: new Date(deps.realNow().getTime() + leaseMs) },
      ...(state === "queued" && { state: "running" as const }),
      ...(hasDied && { attempts: task.attempts + 1 }),
    };
    const filter = { _id, fence, state, leaseUntil };
    const { modifiedCount } = await TaskModel.updateOne(filter, { $set: mine, $inc: { revision: 1 } });
    return modifiedCount === 1 ? new TaskLease({ ...task, ...mine }, deps) : null;
  }

  /** Stores what `set` says, together with `write`. @throws TaskStopped */
  async store(set: Partial<TaskRecord>, write?: (session: ClientSession) => Promise<void>): Promise<void> {
    const { _id, fence, state } = this.task;
    const filter = { _id, fence, state };
    const stored = { leaseUntil: this.nextUntil(), ...set };
    this.storedAtMs = performance.now();
    if (!write) {
      const { matchedCount } = await TaskModel.updateOne(filter, { $set: stored, $inc: { revision: 1 } });
      if (matchedCount === 0) throw new TaskStopped(_id);
      return;
    }
    await inTransaction(async (session) => {
      await update(TaskModel, { filter, set: stored, inc: { revision: 1 } }, session, (count) => {
        if (count === 0) throw new TaskStopped(_id);
      });
      await write(session);
    });
  }

  async advance(step: TaskStep, write?: (session: ClientSession) => Promise<void>): Promise<void> {
    const { progress } = this.task;
    const { done, total = progress.total ?? null, phase = progress.phase ?? "", cursor } = step;
    this.task.progress = { done, total, phase };
    const hasMoved = cursor !== undefined;
    await this.store({ progress: this.task.progress, ...(hasMoved && { cursor, attempts: 0 }) }, write);
  }

  /** Runs `work` while renewing the lease; one that is lost is found by the next write. */
  async hold<T>(work: () => Promise<T>): Promise<T> {
    let renewing: Promise<void> = Promise.resolve();
    const renewal = setInterval(() => {
      if (performance.now() - this.storedAtMs < silentMaxMs) renewing = this.renew();
    }, leaseMs / 3);
    try {
      return await work();
    } finally {
      clearInterval(renewal);
      // One that arrived after the lease was given back would take it for nobody.
      await renewing;
    }
  }

  private async renew(): Promise<void> {
    const { _id, fence, state } = this.task;
    await TaskModel.updateOne({ _id, fence, state }, { $set: { leaseUntil: this.nextUntil() } }).catch(
      (error: unknown) => {
        // A transaction of our own holds the document, and renews it as well; a missed renewal is made up for by the next.
        if (!isWriteConflict(error)) return;
      },
    );
  }

  private nextUntil(): Date {
    return new Date(this.deps.realNow().getTime() + leaseMs);
  }
}
