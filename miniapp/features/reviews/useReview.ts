import type { AnswerOf, CheckInView, ReviewView } from "@shared/contracts";
import { appealReview } from "@/api/checkIns";
import { addressOf } from "@/api/files";
import { decideReview, readReview } from "@/api/reviews";
import { needsAcceptance } from "@shared/domain/checkIn";
import { decideUntilOf } from "@shared/domain/checkInReview";
import { reckonTime, serverNow } from "@/api/serverClock";
import { newId } from "@/platform/newId";
import { vibrate } from "@/platform/haptics";
import { type Command, useCommand } from "@/features/command/useCommand";
import { type Draft, useDraft } from "@/features/draft/useDraft";
import { keepFile } from "@/features/photo/keptFiles";
import type { Photo } from "@/features/photo/usePhoto";
import { commandQueue } from "@/features/queue/commandQueue";
import { useQueue } from "@/features/queue/useQueue";
import { useQueuedCommand } from "@/features/queue/useQueuedCommand";
import { queryClient } from "@/features/query/queryClient";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import { routes } from "@/routes";

/**
 * Somebody else's check-in in doubt. Each look is noted, so it is read once for each time that the page is opened, and nothing of it is
 * kept on the phone.
 */
export const useReview = (checkInId: string): QueryView<AnswerOf<"reviews.read">> =>
  useApiQuery(["review", checkInId], () => readReview(checkInId), { enabled: checkInId !== "", isLook: true });

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
      mayDecide: false,
    }));
    // The look at this one is not repeated: its answer is here.
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "review" });
    return answer.review;
  });

/** What somebody types about a check-in in doubt: it is there again where it could not be sent. */
export const useDoubtDraft = ({ checkInId, customerName }: CheckInView): Draft<{ text: string }> =>
  useDraft(`doubt:${checkInId}`, emptyExplanation, () => customerName);

/** The same of why somebody asks a second person. */
export const useAppealDraft = ({ checkInId, customerName }: CheckInView): Draft<{ text: string }> =>
  useDraft(`doubt:${checkInId}:appeal`, emptyExplanation, () => customerName);

const emptyExplanation = () => ({ text: "" });

export interface DoubtAnswer {
  checkIn: CheckInView;
  text: string;
  photo: Photo | null;
}

/**
 * What I have to say goes by the queue, its photo with it: it is kept on this phone, and answered as this phone foresees it until it has
 * arrived.
 */
export function useDoubtAnswer(): Command<DoubtAnswer, CheckInView> {
  const command = useQueuedCommand<AnswerOf<"checkIns.answer">>({ staysOnPage: true });
  const entries = useQueue();

  async function say({ checkIn, text, photo: taken }: DoubtAnswer): Promise<CheckInView | null> {
    const { checkInId, customerName, review, signals, on } = checkIn;
    const { at, kind: timeKind } = reckonTime();
    // What is said now takes the place of what has not gone yet; its photo stays with it, unless that is what was not taken.
    const waiting = entries.find(({ kind, params }) => kind === "checkIns.answer" && params?.checkInId === checkInId);
    const shown = waiting?.problem?.code.startsWith("file.") ? null : (waiting?.files[0] ?? null);
    const photo = taken ? await keepFile(taken, commandQueue.hasRoomForFile) : shown;
    const said = { answer: text, ...(photo && { hasPhoto: true }) };
    const foreseen = {
      ...checkIn,
      review: review ? { ...review, ...said } : checkIn.verdict === "outside" ? { ...asked(), ...said } : null,
      signals: signals && { ...signals, answer: text },
    };
    const sent = await command.run({
      commandId: waiting?.commandId ?? newId(),
      kind: "checkIns.answer",
      params: { checkInId },
      body: { revision: answeredAt(checkIn), text, ...(photo && { photoId: photo.fileId, photoHash: photo.hash }) },
      lane: checkInId,
      // One that waits itself goes first.
      after: entries.find((entry) => `${entry.owner}:${entry.commandId}` === checkInId)?.commandId ?? null,
      captured: { at: at.toISOString(), kind: timeKind },
      about: customerName,
      shown: { checkIn: foreseen },
      draft: null,
      opens: routes.doubt({ id: checkInId, on }),
      files: photo ? [photo] : [],
    });
    if (!sent) return null;
    vibrate("light");
    return sent.state === "confirmed" ? sent.answer.checkIn : foreseen;
  }
  return { ...command, run: say };
}

/** What a check-in that was too far away is put before somebody with, until the server has. */
const asked = (): Omit<NonNullable<CheckInView["review"]>, "answer"> => ({
  state: "open",
  doubts: ["outside"],
  decideUntil: decideUntilOf(serverNow()).toISOString(),
  decision: null,
  revision: 0,
});

/** Where nobody has been asked yet there is no review: what is said of its signals makes one. */
const answeredAt = ({ review, signals }: CheckInView): number => review?.revision ?? signals?.revision ?? 0;

export interface Appeal {
  checkIn: CheckInView;
  text: string;
}

/** Asks a second person about an own check-in that was not accepted. */
export const useAppeal = (): Command<Appeal, CheckInView> =>
  useCommand(async (commandId: string, { checkIn, text }: Appeal) => {
    const revision = checkIn.review?.revision ?? 0;
    const answer = await appealReview(checkIn.checkInId, { commandId, revision, text });
    vibrate("light");
    await queryClient.invalidateQueries({ queryKey: ["checkIns"] });
    return answer.checkIn;
  });

/** Where the photos are that its rep has taken, at the tap and for what they say; null where there is none. */
export function photosOf({ answer, tapPhotoUrl }: ReviewView): { tap: string | null; answer: string | null } {
  // A server of before knows no photos.
  const at = (path: string | null | undefined) => (path ? addressOf(path) : null);
  return { tap: at(tapPhotoUrl), answer: at(answer?.photoUrl) };
}

/** What has become of it, or may: which sentence is said. */
export function outcomeOf(
  { verdict }: Pick<CheckInView, "verdict">,
  state: ReviewView["state"],
):
  | "openCounts"
  | "openDoesNot"
  | "accepted"
  | "rejected"
  | "appealed"
  | "mended"
  | "lapsedCounts"
  | "lapsedDoesNot"
  | "unrecorded" {
  if (state === "open") return needsAcceptance(verdict) ? "openDoesNot" : "openCounts";
  if (state === "lapsed") return needsAcceptance(verdict) ? "lapsedDoesNot" : "lapsedCounts";
  return state;
}
