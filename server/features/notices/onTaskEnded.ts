import type { EventHandler } from "../../outbox";
import { countsOf, type TaskEnded, taskIfAny } from "../../tasks";
import type { ExportClosed } from "../exports";
import type { OpeningClosed } from "../openings";
import type { NoticeDeps } from "./deliver";
import { told } from "./tell";

/** Tells whoever has asked for long work that it has ended, unless they have seen so themselves. */
export const taskTeller: EventHandler<TaskEnded, NoticeDeps> = async ({ taskId }, delivery, deps) => {
  const task = await taskIfAny(taskId);
  if (!task || task.seenAt) return;
  const { kind, memberId, result, error } = task;
  const params = {
    ...{ taskId, task: kind, ...subjectOf(task.input as Subject) },
    ...{ counts: result ? countsOf(result.counts) : null },
    ...{ hasFile: (result?.fileId ?? null) !== null, code: error?.code ?? null },
  };
  return told(
    [
      {
        noticeId: `task_ended:${taskId}`,
        kind: "task_ended",
        params,
        channel: "member",
        receiverId: memberId,
        cause: delivery.eventId,
        answersAct: true,
        at: deps.clock.now(),
      },
    ],
    deps,
  );
};

/** What each kind of task is given to work at. */
interface Subject {
  importId?: string;
  exportId?: string;
  planId?: string;
}

function subjectOf({ importId, exportId, planId }: Subject): { subjectId?: string } {
  const subjectId = importId ?? exportId ?? planId;
  return subjectId === undefined ? {} : { subjectId };
}

/** Tells whoever has prepared opening balances that they were sent back, and why; that they are in the accounts is told by the end of that. */
export const openingTeller: EventHandler<OpeningClosed, NoticeDeps> = async (closed, delivery, deps) => {
  // What they have taken back themselves they know.
  if (closed.allowed || closed.byId === closed.memberId) return;
  return told(
    [
      {
        noticeId: `opening_closed:${delivery.eventId}`,
        kind: "opening_closed",
        params: closed,
        channel: "member",
        receiverId: closed.memberId,
        cause: delivery.eventId,
        answersAct: true,
        at: new Date(closed.at),
      },
    ],
    deps,
  );
};

/** Tells whoever wished to take a table away that they may not, and why; what they have taken back themselves they know. */
export const exportTeller: EventHandler<ExportClosed, NoticeDeps> = async (closed, delivery, deps) => {
  if (closed.state === "allowed" || closed.state === "withdrawn") return;
  return told(
    [
      {
        noticeId: `export_closed:${delivery.eventId}`,
        kind: "export_closed",
        params: closed,
        channel: "member",
        receiverId: closed.memberId,
        cause: delivery.eventId,
        answersAct: true,
        at: new Date(closed.at),
      },
    ],
    deps,
  );
};
