import type { CheckInView } from "@shared/contracts";
import type { FieldTexts } from "@/texts/fieldWords";

/** What a check-in that is looked at is called, by its rep and by whoever decides: by how it was judged. */
export const doubtTitle = (verdict: CheckInView["verdict"] | undefined, { review, proof }: FieldTexts): string =>
  verdict === "outside" ? proof.far.title : verdict === "inside" ? review.signals.open : review.title;
