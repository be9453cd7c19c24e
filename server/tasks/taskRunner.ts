import { Counter } from "prom-client";
import { AppError } from "@shared/errors";
import { hasEnded } from "@shared/domain/task";
import { emitAll, waitBeforeRetryMs } from "../outbox";
import type { Deps } from "../deps";
import { failpoint } from "../lib/failpoint";
import { withRequestId } from "../lib/requestContext";
import type { Service } from "../lib/services";
import { taskEnded } from "./events";
import type { RunningTask, TaskKind, TaskResult } from "./taskKind";
import { TaskLease, TaskStopped } from "./taskLease";
import { TaskModel, type TaskRecord } from "./taskModel";

type RunnerDeps = Pick<Deps, "clock" | "realNow" | "logger">;

const pollMs = 1_000;
/** Of one process. Each works in batches, so that what is quick is not kept waiting by what is long. */
const atOnceMax = 2;
/** So many workers that die of a task, one after the other without coming on, are enough. */
const deathsMax = 4;
/** Whoever waits for the end on the page has seen it by then. */
const seenWithinMs = 15_000;

const tasksTotal = new Counter({
  name: "xiaoli_tasks_total",
  help: "Tries of long work by how they ended",
  labelNames: ["kind", "outcome"],
});

interface Runner<D extends RunnerDeps> {
  deps: D;
  kinds: readonly TaskKind<D>[];
  isStopping: () => boolean;
}

/**
 * Does the long work that people have asked for. Any number of processes may run it: each task has one worker at a time. On stop what is
 * under way is stored as far as it is, and goes on elsewhere.
 */
export function taskRunner<D extends RunnerDeps>(deps: D, kinds: readonly TaskKind<D>[]): Service {
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();
  const active = new Map<string, Promise<void>>();
  const runner: Runner<D> = { deps, kinds, isStopping: () => stopping };

  const look = async () => {
    if (active.size >= atOnceMax) return;
    for (const task of await dueTasks(runner, atOnceMax + active.size)) {
      if (stopping || active.size >= atOnceMax) return;
      if (active.has(task._id)) continue;
      const work = workOn(task, runner)
        .catch((error: unknown) =>
          deps.logger.error({ error, task: task._id }, "a task's worker failed; its lease runs out"),
        )
        .then(() => void active.delete(task._id));
      active.set(task._id, work);
    }
  };
  const run = () => {
    looking = look()
      .catch((error: unknown) => deps.logger.error({ error }, "could not look for tasks; trying again"))
      .then(() => {
        if (!stopping) timer = setTimeout(run, pollMs);
      });
  };
  return {
    name: "tasks",
    start: () => Promise.resolve(run()),
    async stop() {
      stopping = true;
      clearTimeout(timer);
      await looking;
      await Promise.all(active.values());
    },
  };
}

/** Works off what is due, one after the other, until nothing is. For tests and commands. @returns how many tries there were */
export async function workTasks<D extends RunnerDeps>(deps: D, kinds: readonly TaskKind<D>[]): Promise<number> {
  const runner: Runner<D> = { deps, kinds, isStopping: () => false };
  let tries = 0;
  for (let [task] = await dueTasks(runner, 1); task; [task] = await dueTasks(runner, 1)) {
    await workOn(task, runner);
    tries += 1;
    if (tries > 1_000) throw new Error("tasks keep coming due");
  }
  return tries;
}

/** What nobody works on, the longest waiting first. */
const dueTasks = ({ deps }: Pick<Runner<RunnerDeps>, "deps">, max: number): Promise<TaskRecord[]> =>
  TaskModel.find({ isOpen: true, leaseUntil: { $lte: deps.realNow() } })
    .sort({ leaseUntil: 1 })
    .limit(max)
    .lean<TaskRecord[]>();

/** One try, unless another worker is faster. */
async function workOn<D extends RunnerDeps>(found: TaskRecord, runner: Runner<D>): Promise<void> {
  const { deps, kinds } = runner;
  const lease = await TaskLease.claim(found, deps);
  if (!lease) return;
  await failpoint("tasks.afterClaim");
  const { task } = lease;
  await withRequestId(task._id, async () => {
    const kind = kinds.find(({ name }) => name === task.kind);
    try {
      await lease.hold(async () => {
        // Of another version of the program, which may know it.
        if (!kind) throw new Error(`no kind of task is named ${task.kind}`);
        if (hasEnded(task.state)) return clearAway(lease, kind, deps);
        if (task.attempts > deathsMax && found.state === "running")
          throw new AppError("server.failed", "its workers died");
        const result = await kind.run(runningOf(lease, runner), deps);
        await failpoint("tasks.beforeEnd");
        await end(lease, { state: "done", result }, deps);
      });
    } catch (error) {
      await failed(lease, kind, error, runner);
    }
  });
}

function runningOf<D extends RunnerDeps>(lease: TaskLease, { isStopping }: Runner<D>): RunningTask<unknown> {
  const { _id: taskId, memberId, progress } = lease.task;
  const [input, cursor] = [lease.task.input, lease.task.cursor ?? null] as [unknown, unknown];
  return {
    ...{ taskId, memberId, input, cursor, done: progress.done },
    advance: async (step, write) => {
      await lease.advance(step, write);
      await failpoint("tasks.afterAdvance");
      if (isStopping()) throw new Paused(taskId);
    },
  };
}

/** This process ends: what is stored is gone on with elsewhere. */
class Paused extends TaskStopped {}

/** Nobody goes on from where it stood, which may hold what people are paid: that is kept by what was made of it alone. */
const overNow = { isOpen: false, cursor: null } as const satisfies Partial<TaskRecord>;

type End = { state: "done"; result: TaskResult } | { state: "failed"; code: string };

async function end(lease: TaskLease, ended: End, deps: RunnerDeps): Promise<void> {
  const { _id: taskId, kind } = lease.task;
  const result = ended.state === "done" ? ended.result : null;
  const realNow = deps.realNow();
  const set: Partial<TaskRecord> = {
    ...{ state: ended.state, ...overNow, endedAt: deps.clock.now(), leaseUntil: realNow },
    ...(result && { result: { counts: result.counts, fileId: result.fileId ?? null } }),
    ...(ended.state === "failed" && { error: { code: ended.code } }),
  };
  const told = taskEnded.of({
    payload: { taskId },
    partition: `task:${taskId}`,
    cause: taskId,
    dueAt: new Date(realNow.getTime() + seenWithinMs),
  });
  await lease.store(set, async (session) => {
    await result?.write?.(session);
    await emitAll([...(result?.events ?? []), told], session, realNow);
  });
  await failpoint("tasks.afterEnd");
  tasksTotal.inc({ kind, outcome: ended.state });
}

async function failed<D extends RunnerDeps>(
  lease: TaskLease,
  kind: TaskKind<D> | undefined,
  error: unknown,
  { deps }: Runner<D>,
): Promise<void> {
  const { task } = lease;
  if (error instanceof Paused) {
    await lease.store({ state: "queued", leaseUntil: deps.realNow() }).catch(unlessStopped);
    return;
  }
  if (error instanceof TaskStopped) {
    await clearIfCancelled(task._id, kind, deps);
    return;
  }
  // Those that came on in between have been forgotten.
  const now = await TaskModel.findOne({ _id: task._id }, { attempts: 1 }).lean<Pick<TaskRecord, "attempts"> | null>();
  const attempts = (now?.attempts ?? task.attempts) + 1;
  const waitMs = waitBeforeRetryMs(error, attempts, Math.random());
  const facts = { task: task._id, kind: task.kind, attempts, error };
  if (waitMs !== null) {
    tasksTotal.inc({ kind: task.kind, outcome: "again" });
    deps.logger.warn({ ...facts, waitMs }, "a task failed and is tried again");
    const leaseUntil = new Date(deps.realNow().getTime() + waitMs);
    await lease
      .store({ ...(task.state === "running" && { state: "queued" }), attempts, leaseUntil })
      .catch(unlessStopped);
    return;
  }
  const code = error instanceof AppError ? error.code : "server.failed";
  if (code === "server.failed") deps.logger.error({ ...facts, alarm: "tasks.failed" }, "a task failed for good");
  try {
    await kind?.discard(discardableOf(task), deps);
    await end(lease, { state: "failed", code }, deps);
  } catch (thrown) {
    unlessStopped(thrown);
    await clearIfCancelled(task._id, kind, deps);
  }
}

function unlessStopped(error: unknown): void {
  if (!(error instanceof TaskStopped)) throw error;
}

const discardableOf = ({ _id: taskId, memberId, input }: TaskRecord) => ({ taskId, memberId, input: input as unknown });

/** It was cancelled while it was worked on: whoever did so clears away what there is of it. */
async function clearIfCancelled<D extends RunnerDeps>(
  taskId: string,
  kind: TaskKind<D> | undefined,
  deps: D,
): Promise<void> {
  const task = await TaskModel.findOne({ _id: taskId }).lean<TaskRecord | null>();
  if (!task?.isOpen || !hasEnded(task.state)) return;
  const lease = await TaskLease.claim(task, deps);
  if (lease && kind) await clearAway(lease, kind, deps);
}

async function clearAway<D extends RunnerDeps>(lease: TaskLease, kind: TaskKind<D>, deps: D): Promise<void> {
  await kind.discard(discardableOf(lease.task), deps);
  await lease.store(overNow);
  tasksTotal.inc({ kind: kind.name, outcome: lease.task.state });
}
