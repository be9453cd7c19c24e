import type { ClientSession } from "mongoose";
import type { TaskKindName } from "@shared/domain/task";
import type { NewEvent } from "../outbox";

/** How far a task has come. */
export interface TaskStep {
  /** From where another goes on, plain JSON values; where it is left out, from the same place as before. */
  cursor?: unknown;
  done: number;
  total?: number | null;
  phase?: string;
}

/** A task under work, as its kind sees it. */
export interface RunningTask<Input> {
  taskId: string;
  memberId: string;
  input: Input;
  /** As it was last stored by `advance`, perhaps by a worker that has died since; null at the beginning. */
  cursor: unknown;
  done: number;
  /**
   * Stores how far it has come, and `write` together with it. What was done since the last call is done again by the next worker where this
   * one dies before it.
   * @throws TaskStopped where it was cancelled, another worker has it or this process ends: let it through
   */
  advance(step: TaskStep, write?: (session: ClientSession) => Promise<void>): Promise<void>;
}

/** What has become of a task, written in the transaction that ends it. */
export interface TaskResult {
  /** How many of what, by names of the kind's. */
  counts: Record<string, number>;
  /** What was made to be taken away. */
  fileId?: string;
  write?(session: ClientSession): Promise<void>;
  events?: NewEvent[];
}

/** A kind of long work. It may run several times for one task, at most once at a time, and does no more than once from its cursor. */
export interface TaskKind<Deps = never> {
  readonly name: TaskKindName;
  /**
   * @throws AppError whose code is told to whoever asked, and which is not tried again; any other error is tried again, and told as a failure of
   *   the server at last
   */
  run(task: RunningTask<unknown>, deps: Deps): Promise<TaskResult>;
  /** Clears away what was made so far: it was cancelled or has failed. May be repeated. */
  discard(task: { taskId: string; memberId: string; input: unknown }, deps: Deps): Promise<void>;
}

interface TypedKind<Input, Deps> {
  run(task: RunningTask<Input>, deps: Deps): Promise<TaskResult>;
  discard?(task: { taskId: string; memberId: string; input: Input }, deps: Deps): Promise<void>;
}

/** Names what a kind does. `Input` is what `beginTask` has stored for it. */
export const taskKind = <Input, Deps>(name: TaskKindName, kind: TypedKind<Input, Deps>): TaskKind<Deps> => ({
  name,
  // Stored as `beginTask` took it.
  run: (task, deps) => kind.run(task as RunningTask<Input>, deps),
  discard: async (task, deps) => kind.discard?.(task as { taskId: string; memberId: string; input: Input }, deps),
});
