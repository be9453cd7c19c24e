import { z } from "zod";
import { taskKinds, taskStates } from "@shared/domain/task";
import { commandId, id, instant } from "./common";
import type { Contract } from "./contract";

const count = z.number().int().min(0);

/** Long work that somebody has asked for, as it stands. */
export const task = z.object({
  taskId: id,
  kind: z.enum(taskKinds),
  state: z.enum(taskStates),
  /** `total`: null as long as nobody knows. `phase`: by a name of the kind's; empty where there is nothing to tell. */
  progress: z.object({ done: count, total: count.nullable(), phase: z.string() }),
  /** Null before it is done. `fileId`: what has been made to be taken away. */
  result: z.object({ counts: z.array(z.object({ name: z.string(), count })), fileId: id.nullable() }).nullable(),
  /** Why it has failed, in a sentence of three parts; null where it has not. */
  error: z.object({ code: z.string(), sentence: z.string() }).nullable(),
  createdAt: instant,
  endedAt: instant.nullable(),
  /** When it is worth asking again, as `Retry-After` says; null once it has ended. */
  askAgainMs: count.nullable(),
  revision: z.number().int(),
});

const example = { taskId: "xiaowang:4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9b01" };

export const tasksContracts = {
  "tasks.mine": {
    summary: "Own long work of the last thirty days, the newest first, at most twenty.",
    session: "member",
    answer: z.object({ items: z.array(task), isWhole: z.boolean() }),
    example: {},
  },
  "tasks.read": {
    summary:
      "How far own long work is. It goes on by itself, also where nobody asks; Retry-After says when it is worth asking again.",
    session: "member",
    params: z.strictObject({ taskId: id }),
    answer: z.object({ task }),
    example: { params: example },
  },
  "tasks.cancel": {
    summary: "Own long work is not to go on. What it has made so far is cleared away; what has ended stays as it is.",
    session: "member",
    params: z.strictObject({ taskId: id }),
    body: z.strictObject({ commandId }),
    answer: z.object({ task }),
    example: { params: example, body: { commandId: "5e7c0d4a-8a11-4d8e-9a57-1f6f0c1b2d03" } },
  },
} satisfies Record<string, Contract>;
