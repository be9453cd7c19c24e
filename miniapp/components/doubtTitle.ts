import type { CheckInView } from "@shared/contracts";
import type { proofWords } from "@/texts/areas/main/proof";
import type { reviewWords } from "@/texts/areas/main/review";
import type { TextsWith } from "@/texts/pageWords";

/** What a check-in that is looked at is called, by its rep and by whoever decides: by how it was judged. */
export const doubtTitle = (
  verdict: CheckInView["verdict"] | undefined,
  { review, proof }: TextsWith<typeof proofWords | typeof reviewWords>,
): string => (verdict === "outside" ? proof.far.title : verdict === "inside" ? review.signals.open : review.title);
