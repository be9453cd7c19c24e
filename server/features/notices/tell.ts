import { inTransaction } from "../../db";
import type { Deps } from "../../deps";
import { emitOnce, type Outcome } from "../../outbox";
import { addNotices, findNotices, type NewNotice, sendEvent } from "./notices";

/** How a handler of an event ends that tells people of it: each notice with the event that sends it. */
export const told = (notices: readonly NewNotice[], deps: Pick<Deps, "realNow">): Outcome => ({
  events: notices.map(sendEvent),
  write: async (session) => void (await addNotices(notices, deps.realNow(), session)),
});

/** The same for what the clock says: whatever has been said already is left out. It may be repeated. */
export async function tellByClock(notices: readonly NewNotice[], deps: Pick<Deps, "realNow">): Promise<void> {
  const known = await findNotices(notices.map(({ noticeId }) => noticeId));
  const knownIds = new Set(known.filter(({ state }) => state !== "dropped").map(({ _id }) => _id));
  for (const notice of notices.filter(({ noticeId }) => !knownIds.has(noticeId))) {
    const realNow = deps.realNow();
    // Each alone: what another process adds at the same moment holds up nothing else.
    await inTransaction(async (session) => {
      for (const added of await addNotices([notice], realNow, session)) {
        await emitOnce(sendEvent(added), session, realNow);
      }
    });
  }
}
