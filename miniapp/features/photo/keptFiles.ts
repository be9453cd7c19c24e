import { sha256OfBytes } from "@shared/domain/sha256";
import { dropPhoto } from "@/platform/camera";
import {
  photoFileAddress,
  photoFileNames,
  readPhotoFile,
  removePhotoFile,
  writePhotoFile,
} from "@/platform/photoFiles";
import type { TakenFile } from "@/platform/types";
import type { QueuedFile } from "@/features/queue/queuedFiles";

/** What files that wait may take of a phone: some forty photos. */
export const fileBytesMax = 20 * 1024 * 1024;

/** What the phone had no room for lasts while the program runs. */
const unkept = new Map<string, ArrayBuffer>();
/** Where pages show what forms of this program have taken. */
const shownAt = new Map<string, string>();

/**
 * Keeps a file on this phone, before the command that it belongs to is kept.
 * @param hasRoom whether it may be written
 */
export async function keepFile(
  { fileId, bytes, type }: TakenFile & { fileId: string },
  hasRoom: (bytes: number) => boolean,
): Promise<QueuedFile> {
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

/** The same, for a form that shows it meanwhile. */
export async function keepShown(
  taken: TakenFile & { fileId: string },
  hasRoom: (bytes: number) => boolean,
): Promise<QueuedFile> {
  shownAt.set(taken.fileId, taken.address);
  return keepFile(taken, hasRoom);
}

/** Null where it is not on this phone any more. @throws where the phone cannot say so at this moment */
export const readFile = async ({
  fileId,
  isKept,
}: Pick<QueuedFile, "fileId" | "isKept">): Promise<ArrayBuffer | null> =>
  unkept.get(fileId) ?? (isKept ? await readPhotoFile(fileId) : null);

/** Where a page can show it; null where it is not on this phone any more. */
export const addressOfKept = async ({
  fileId,
  isKept,
  type,
}: Pick<QueuedFile, "fileId" | "isKept" | "type">): Promise<string | null> =>
  shownAt.get(fileId) ?? (isKept ? await photoFileAddress(fileId, type).catch(() => null) : null);

export function forgetFile(fileId: string): void {
  unkept.delete(fileId);
  const address = shownAt.get(fileId);
  if (address !== undefined) dropPhoto({ address });
  shownAt.delete(fileId);
  // One that stays all the same goes when the program starts anew.
  removePhotoFile(fileId).catch(() => {});
}

/** So long after it was taken a file may be about to be named, also in another tab. */
const graceMs = 3_600_000;

/**
 * Takes away what nothing names: what a program that was ended has left.
 * @param named the files of what waits, and of forms that were begun
 * @param isNow also what was taken just now, as where its person goes
 */
export async function forgetFilesBut(named: () => ReadonlySet<string>, isNow = false): Promise<void> {
  const names = [...new Set([...unkept.keys(), ...shownAt.keys(), ...(await photoFileNames().catch(() => []))])];
  if (names.length === 0) return;
  const stay = named();
  // Of a date that was set back since, it is long ago as well.
  const isRecent = (name: string) => Math.abs(Date.now() - takenAtMs(name)) <= graceMs;
  for (const name of names) if (!stay.has(name) && (isNow || !isRecent(name))) forgetFile(name);
}

/** Its name begins with that (`newId`). */
const takenAtMs = (name: string): number => parseInt(name.slice(0, 13).replace("-", ""), 16) || 0;
