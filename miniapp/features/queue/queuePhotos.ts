import type { Room } from "@shared/domain/commandQueue";
import type { QueueItem } from "./queueStore";

/** A photo that belongs to a command: its bytes are on this phone beside it, and go before it. */
export interface QueuedPhoto {
  /** Made when it was taken: sent twice, it is one. */
  fileId: string;
  /** SHA-256 in hexadecimal, by which the command names it as well. */
  hash: string;
  type: "image/jpeg" | "image/png";
  bytes: number;
  /** Otherwise it lasts while the program runs: the phone had no room. */
  isKept: boolean;
  /** The server has it, as far as this phone knows. */
  isSent: boolean;
  sentTimes: number;
}

export interface PhotoPorts {
  /** @returns false where this phone does not have it any more @throws as the queue's own `send` does */
  send: (photo: QueuedPhoto) => Promise<boolean>;
  forget: (photo: QueuedPhoto) => void;
  bytesMax: number;
}

export const waitsForPhoto = ({ photo }: Pick<QueueItem, "photo">): boolean => photo !== null && !photo.isSent;

/** A photo that has gone; one that is on this phone no more counts as such, so that the server says whether it has it. */
export const sent = (photo: QueuedPhoto, isHere: boolean): QueuedPhoto => ({
  ...photo,
  isSent: true,
  sentTimes: isHere ? photo.sentTimes + 1 : sentTimesMax,
});

/** It waits for its command on the server for a week: one that waits for longer is sent once more. */
const sentTimesMax = 2;

/** What a command's photo is after the server has not found it; null where that is for its person to settle. */
export const afterUnknown = ({ photo }: QueueItem, code: string | null): QueuedPhoto | null =>
  code === "file.unknown" && photo !== null && photo.sentTimes < sentTimesMax ? { ...photo, isSent: false } : null;

/** The same command without it, as its person wants. */
export function withoutPhoto({ body }: QueueItem): Pick<QueueItem, "photo" | "body"> {
  const { photoId: _id, photoHash: _hash, ...rest } = body as { photoId?: string; photoHash?: string };
  return { photo: null, body: rest };
}

/** What the photos of all that waits take of this phone. */
export const bytesOfPhotos = (items: readonly QueueItem[]): number =>
  items.reduce((sum, { photo }) => sum + (photo?.isKept ? photo.bytes : 0), 0);

const rooms: readonly Room[] = ["none", "little", "enough"];

/** The least of several. */
export const leastRoom = (...some: Room[]): Room => rooms.find((room) => some.includes(room)) ?? "enough";

/** As the storage has it; what a version of before or another one has kept is none. */
export function photoIn(kept: unknown): QueuedPhoto | null {
  if (typeof kept !== "object" || kept === null) return null;
  const { fileId, hash, type, bytes, isKept, isSent, sentTimes } = kept as Partial<QueuedPhoto>;
  if (typeof fileId !== "string" || typeof hash !== "string") return null;
  return {
    ...{ fileId, hash, type: type ?? "image/jpeg", bytes: bytes ?? 0 },
    ...{ isKept: isKept ?? true, isSent: isSent ?? false, sentTimes: sentTimes ?? 0 },
  };
}
