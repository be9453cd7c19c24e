import { sha256OfBytes } from "@shared/domain/sha256";
import { photoFileNames, readPhotoFile, removePhotoFile, writePhotoFile } from "@/platform/photoFiles";
import type { TakenPhoto } from "@/platform/types";
import type { QueuedPhoto } from "@/features/queue/queuePhotos";

/** What photos that wait may take of a phone: some forty of them. */
export const photoBytesMax = 20 * 1024 * 1024;

/** What the phone had no room for lasts while the program runs. */
const unkept = new Map<string, ArrayBuffer>();

/**
 * Keeps a photo on this phone, before the command that it belongs to is kept.
 * @param hasRoom whether it may be written
 */
export async function keepPhoto(
  { fileId, bytes, type }: TakenPhoto & { fileId: string },
  hasRoom: (bytes: number) => boolean,
): Promise<QueuedPhoto> {
  const isKept =
    hasRoom(bytes.byteLength) &&
    (await writePhotoFile(fileId, bytes).then(
      () => true,
      () => false,
    ));
  if (!isKept) unkept.set(fileId, bytes);
  const hash = sha256OfBytes(new Uint8Array(bytes));
  return { fileId, hash, type, bytes: bytes.byteLength, isKept, isSent: false, sentTimes: 0 };
}

/** Null where it is not on this phone any more. @throws where the phone cannot say so at this moment */
export const readPhoto = async ({
  fileId,
  isKept,
}: Pick<QueuedPhoto, "fileId" | "isKept">): Promise<ArrayBuffer | null> =>
  unkept.get(fileId) ?? (isKept ? await readPhotoFile(fileId) : null);

export function forgetPhoto(fileId: string): void {
  unkept.delete(fileId);
  // One that stays all the same goes when the program starts anew.
  removePhotoFile(fileId).catch(() => {});
}

/** So long after it was taken a photo may be about to be named, also in another tab. */
const graceMs = 3_600_000;

/** Takes away what a program that was ended has left. @param named the photos of what waits */
export async function forgetPhotosBut(named: () => ReadonlySet<string>): Promise<void> {
  const names = await photoFileNames().catch(() => []);
  if (names.length === 0) return;
  const stay = named();
  for (const name of names) if (!stay.has(name) && takenAtMs(name) < Date.now() - graceMs) forgetPhoto(name);
}

/** Its name begins with that (`newId`). */
const takenAtMs = (name: string): number => parseInt(name.slice(0, 13).replace("-", ""), 16) || 0;
