import type { AnswerOf, BodyOf } from "@shared/contracts";
import { questionStateBy } from "@shared/domain/visitQuestion";
import { command, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { emit } from "../../outbox";
import { withdrawnEvent } from "./events";
import { QuestionModel } from "./questionModel";
import { findQuestionOf, presentQuestion } from "./questions";

/**
 * The asker needs no answer any more: it waits for the colleague no longer. One that is answered, or has lapsed, stays as it is.
 * @throws AppError "visitQuestion.unknown"
 */
export function withdrawQuestion(
  deps: Pick<Deps, "clock" | "realNow">,
  { actor, questionId, body }: { actor: MemberActor; questionId: string; body: BodyOf<"visitQuestions.withdraw"> },
): Promise<AnswerOf<"visitQuestions.withdraw">> {
  const { commandId } = body;
  return command({ actor, commandId, kind: "visitQuestions.withdraw", body: { ...body, questionId } }, async () => {
    const now = deps.clock.now();
    const question = await findQuestionOf(actor.id, questionId, "askerId");
    if (questionStateBy(question, now) !== "open")
      return { answer: { question: presentQuestion(question, now) }, write: async () => undefined };
    const set = { state: "withdrawn" as const };
    const { revision } = question;
    return {
      answer: { question: presentQuestion({ ...question, ...set, revision: revision + 1 }, now) },
      audit: { action: "visitQuestion.withdraw", subject: questionId, at: now },
      write: async (session) => {
        await updateAtRevision(QuestionModel, { id: questionId, revision, set }, session);
        await emit(withdrawnEvent(question), session, deps.realNow());
      },
    };
  });
}
