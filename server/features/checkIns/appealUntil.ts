import { appealUntilOf } from "@shared/domain/checkInReview";
import type { ReviewRecord } from "./reviewModel";

/** The last instant at which a second person may be asked; null where nobody can be, or has been. */
export const appealUntil = ({
  state,
  decision,
  appeal,
}: Pick<ReviewRecord, "state" | "decision" | "appeal">): Date | null =>
  state === "rejected" && decision && !appeal ? appealUntilOf(decision.at) : null;
