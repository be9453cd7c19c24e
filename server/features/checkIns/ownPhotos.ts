import type { AnswerOf } from "@shared/contracts";
import type { Deps } from "../../deps";
import { keptPhotos } from "../../files";
import type { MemberActor } from "../../http";
import type { CheckInRecord } from "./checkInModel";
import { findOwnCheckIn } from "./checkIns";
import type { ReviewRecord } from "./reviewModel";
import { reviewIfAny } from "./reviews";

/** What its rep photographed for a check-in: at the tap, and to explain it. */
export function photoIdsOf({ photoId }: Pick<CheckInRecord, "photoId">, review: Pick<ReviewRecord, "answer"> | null) {
  const ids = { tap: photoId, answer: review?.answer?.photoId };
  return (["tap", "answer"] as const).flatMap((takenFor) => {
    const id = ids[takenFor] ?? null;
    return id === null ? [] : [{ takenFor, photoId: id }];
  });
}

/** For their own person, whose look at what is theirs is no look at anybody. */
export async function ownPhotos(
  deps: Pick<Deps, "realNow">,
  { actor, checkInId }: { actor: Pick<MemberActor, "id">; checkInId: string },
): Promise<AnswerOf<"checkIns.photos">> {
  const [checkIn, review] = await Promise.all([findOwnCheckIn(actor.id, checkInId), reviewIfAny(checkInId)]);
  const taken = photoIdsOf(checkIn, review);
  const kept = await keptPhotos(
    deps,
    taken.map(({ photoId }) => photoId),
  );
  return {
    photos: taken.flatMap(({ takenFor, photoId }) => {
      const photo = kept.get(photoId);
      return photo ? [{ takenFor, keptUntil: photo.keptUntil.toISOString(), url: photo.url }] : [];
    }),
    isSeenByDeciders: review !== null,
  };
}
