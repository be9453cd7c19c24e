import { inTransaction, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { emit } from "../../outbox";
import { closedEvent } from "./events";
import { QuestionModel } from "./questionModel";
import { openOnes } from "./questions";

/**
 * Ends what nobody has answered within a day, also of those who have left; the asker hears of it. What is ended is not found again, so that a
 * run that is repeated does what the first one left.
 */
export async function lapseQuestions({ at }: { at: Date }, { realNow }: Pick<Deps, "realNow">): Promise<void> {
  for (;;) {
    // The oldest first, and all wait equally long.
    const due = (await openOnes(null)).filter(({ answerUntil }) => answerUntil < at);
    if (due.length === 0) return;
    for (const question of due) {
      const { _id: id, revision } = question;
      await inTransaction(async (session) => {
        await updateAtRevision(QuestionModel, { id, revision, set: { state: "lapsed" } }, session);
        await emit(closedEvent(question, { state: "lapsed", word: null, at }), session, realNow());
      });
    }
  }
}
