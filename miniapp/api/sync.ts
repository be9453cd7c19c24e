import type { AnswerOf, BodyOf } from "@shared/contracts";
import { answerShapes } from "./answerShapes";
import { type PhoneOperation, call } from "./http";
import { hasShape } from "./shape";

export const sendKept = (body: BodyOf<"sync.send">): Promise<AnswerOf<"sync.send">> => call("sync.send", { body });

/** Whether something is what an operation answers. */
export const isAnswerOf = (kind: string, value: unknown): boolean =>
  kind in answerShapes && hasShape(value, answerShapes[kind as PhoneOperation]);
