import { inTransaction, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { emit } from "../../outbox";
import { closedCompanionEvent } from "./companionEvents";
import { CompanionModel } from "./companionModel";
import { openOnes } from "./companions";

/**
 * Ends what nobody has confirmed in time, also of those who have left; whose visit it is hears of it. What is ended is not found again, so
 * that a run that is repeated does what the first one left.
 */
export async function lapseCompanions({ at }: { at: Date }, { realNow }: Pick<Deps, "realNow">): Promise<void> {
  for (;;) {
    // The oldest first, and all wait equally long.
    const due = (await openOnes(null)).filter(({ confirmUntil }) => confirmUntil < at);
    if (due.length === 0) return;
    for (const companion of due) {
      const { _id: id, revision } = companion;
      await inTransaction(async (session) => {
        await updateAtRevision(CompanionModel, { id, revision, set: { state: "lapsed" } }, session);
        await emit(closedCompanionEvent(companion, "lapsed", at), session, realNow());
      });
    }
  }
}
