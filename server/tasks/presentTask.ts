import type { TaskView } from "@shared/contracts";
import { hasEnded } from "@shared/domain/task";
import type { MemberActor } from "../http";
import { textsIn } from "../texts";
import type { TaskRecord } from "./taskModel";

const askAgainMs = { queued: 2_000, running: 1_000 };

/** A task as whoever has asked for it sees it: neither what it was given nor where it stands inside. */
export function presentTask(task: TaskRecord, { language }: Pick<MemberActor, "language">): TaskView {
  const { _id: taskId, kind, state, progress, result, error, createdAt, endedAt, revision } = task;
  const { done, total, phase } = progress;
  return {
    ...{ taskId, kind, state },
    progress: { done, total: total ?? null, phase: phase ?? "" },
    result: result
      ? {
          counts: Object.entries(countsOf(result.counts)).map(([name, count]) => ({ name, count })),
          fileId: result.fileId ?? null,
        }
      : null,
    error: error ? { code: error.code, sentence: textsIn(language).tasks.failures(error.code) } : null,
    createdAt: createdAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    askAgainMs: hasEnded(state) ? null : askAgainMs[state === "queued" ? "queued" : "running"],
    revision,
  };
}

/** As its kind has given it. */
export const countsOf = (counts: unknown): Record<string, number> => counts as Record<string, number>;
