import type { AnswerOf, CheckInView, ReviewView } from "@shared/contracts";
import { answerReview } from "@/api/checkIns";
import { decideReview, readReview } from "@/api/reviews";
import { vibrate } from "@/platform/haptics";
import { type Command, useCommand } from "@/features/command/useCommand";
import { queryClient } from "@/features/query/queryClient";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";

/**
 * Somebody else's check-in in doubt. Each look is noted, so it is read once for each time that the page is opened, and nothing of it is
 * kept on the phone.
 */
export const useReview = (checkInId: string): QueryView<AnswerOf<"reviews.read">> =>
  useApiQuery(["review", checkInId], () => readReview(checkInId), { enabled: checkInId !== "" });

export interface ReviewDecision {
  review: ReviewView;
  accepted: boolean;
  reason: string;
}

export const useReviewDecision = (): Command<ReviewDecision, ReviewView> =>
  useCommand(async (commandId: string, { review, accepted, reason }: ReviewDecision) => {
    const { checkInId, revision } = review;
    const answer = await decideReview(checkInId, { commandId, revision, accepted, reason });
    vibrate("light");
    queryClient.setQueryData<AnswerOf<"reviews.read">>(["review", checkInId], (seen) => ({
      earlierRecords: seen?.earlierRecords ?? [],
      ...answer,
    }));
    // The look at this one is not repeated: its answer is here.
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "review" });
    return answer.review;
  });

export const useDoubtAnswer = (): Command<{ checkIn: CheckInView; text: string }, CheckInView> =>
  useCommand(async (commandId: string, { checkIn, text }: { checkIn: CheckInView; text: string }) => {
    const revision = checkIn.review?.revision ?? 0;
    const answer = await answerReview(checkIn.checkInId, { commandId, revision, text });
    vibrate("light");
    await queryClient.invalidateQueries({ queryKey: ["checkIns"] });
    return answer.checkIn;
  });

/** What has become of it, or may: which sentence is said. */
export function outcomeOf(
  { verdict }: Pick<CheckInView, "verdict">,
  state: ReviewView["state"],
): "openCounts" | "openDoesNot" | "accepted" | "rejected" | "mended" | "lapsedCounts" | "lapsedDoesNot" {
  if (state === "open") return verdict === "doubtful" ? "openCounts" : "openDoesNot";
  if (state === "lapsed") return verdict === "doubtful" ? "lapsedCounts" : "lapsedDoesNot";
  return state;
}
