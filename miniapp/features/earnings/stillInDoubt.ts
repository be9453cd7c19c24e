import type { LineDoubtView } from "@shared/contracts";
import { isPastDeadline } from "@shared/domain/checkInReview";
import { serverNow } from "@/api/serverClock";

/** Those on which somebody can still decide: a copy kept on the phone may be older than the last instant. What comes of the others the server says. */
export const stillInDoubt = (doubts: readonly LineDoubtView[] = []): LineDoubtView[] =>
  doubts.filter(({ decideUntil }) => !isPastDeadline({ decideUntil: new Date(decideUntil) }, serverNow()));
