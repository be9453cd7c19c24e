import type { AnswerOf, BodyOf } from "@shared/contracts";
import { queuedShapes } from "./answerShapes/queued";
import { syncAsked } from "./answerShapes/sync";
import { caller } from "./http";
import { hasShape } from "./shape";

const call = caller(syncAsked);

export const sendKept = (body: BodyOf<"sync.send">): Promise<AnswerOf<"sync.send">> => call("sync.send", { body });

/** Whether something is what an operation answers whose commands wait in the phone's queue. */
export const isAnswerOf = (kind: string, value: unknown): boolean =>
  kind in queuedShapes && hasShape(value, queuedShapes[kind as keyof typeof queuedShapes]);
