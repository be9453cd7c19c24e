import type { AnswerOf, CheckInView } from "@shared/contracts";
import { readOwnPhotos } from "@/api/checkIns";
import { addressOf } from "@/api/files";
import { useQueue } from "@/features/queue/useQueue";
import { useApiQuery } from "@/features/query/useApiQuery";

export interface OwnPhoto {
  takenFor: AnswerOf<"checkIns.photos">["photos"][number]["takenFor"];
  address: string;
  keptUntil: Date;
}

export interface OwnPhotos {
  photos: OwnPhoto[];
  isSeenByDeciders: boolean;
}

/** What I photographed for a check-in of mine; null while that is not known, and where none was taken. */
export function useOwnPhotos({ checkInId, hasPhoto, review }: CheckInView): OwnPhotos | null {
  // A tap that waits on this phone is nothing that the server could know.
  const waits = useQueue().some(({ owner, commandId }) => checkInId === `${owner}:${commandId}`);
  const { data } = useApiQuery(
    // Another explanation brings another photo.
    ["ownPhotos", checkInId, String(review?.revision ?? 0)],
    () => readOwnPhotos(checkInId),
    { enabled: !waits && (hasPhoto === true || review?.hasPhoto === true) },
  );
  if (!data || data.photos.length === 0) return null;
  return {
    isSeenByDeciders: data.isSeenByDeciders,
    photos: data.photos.map(({ takenFor, url, keptUntil }) => ({
      ...{ takenFor, address: addressOf(url) },
      keptUntil: new Date(keptUntil),
    })),
  };
}
