import type { AnswerOf, FollowUpView } from "@shared/contracts";
import { isAnswerOf } from "@/api/sync";
import type { QueueEntry } from "@/features/queue/createQueue";

/** The follow-up that an entry is, as this phone foresees it; null where it is something else. */
export const followUpOf = ({ kind, shown }: QueueEntry): FollowUpView | null =>
  // Its shape has just been looked at.
  kind === "followUps.record" && isAnswerOf(kind, shown) ? (shown as AnswerOf<"followUps.record">).followUp : null;

export interface QueuedFollowUp {
  entry: QueueEntry;
  followUp: FollowUpView;
}

/** Those of one client that wait on this phone, the newest first. */
export const queuedAt = (customerId: string, entries: readonly QueueEntry[]): QueuedFollowUp[] =>
  entries
    .flatMap((entry) => {
      const followUp = followUpOf(entry);
      return followUp?.customerId === customerId ? [{ entry, followUp }] : [];
    })
    .reverse();
