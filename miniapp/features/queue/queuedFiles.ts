import type { Room } from "@shared/domain/commandQueue";
import type { MadeType } from "@/platform/types";
import type { QueueItem } from "./queueStore";

/** A file that belongs to a command, such as a photo: its bytes are on this phone beside it, and go before it. */
export interface QueuedFile {
  /** Made when it was taken: sent twice, it is one. */
  fileId: string;
  /** SHA-256 in hexadecimal, by which the command names it as well. */
  hash: string;
  type: MadeType;
  bytes: number;
  /** Otherwise it lasts while the program runs: the phone had no room. */
  isKept: boolean;
  /** The server has it, as far as this phone knows. */
  isSent: boolean;
  sentTimes: number;
}

export interface FilePorts {
  /** @returns false where this phone does not have it any more @throws as the queue's own `send` does */
  send: (file: QueuedFile) => Promise<boolean>;
  forget: (file: QueuedFile) => void;
  bytesMax: number;
}

/** The next one that has to go before the command; null: it may go itself. */
export const fileToSend = ({ files }: Pick<QueueItem, "files">): QueuedFile | null =>
  files.find(({ isSent }) => !isSent) ?? null;

/** The files of a command after one of them has gone; one that is on this phone no more counts as such, so that the server says whether it has it. */
export const afterSent = (
  { files }: Pick<QueueItem, "files">,
  { fileId }: QueuedFile,
  isHere: boolean,
): Pick<QueueItem, "files"> => ({
  files: files.map((file) =>
    file.fileId === fileId ? { ...file, isSent: true, sentTimes: isHere ? file.sentTimes + 1 : sentTimesMax } : file,
  ),
});

/** It waits for its command on the server for a week: one that waits for longer is sent once more. */
const sentTimesMax = 2;

/**
 * What a command's files are after the server has not found one of them; null where that is for its person to settle.
 * @param fileId which; null: a server of before does not say, and it is sent all of them
 */
export function afterUnknown(
  { files }: QueueItem,
  { code, fileId }: { code: string | null; fileId: string | null },
): Pick<QueueItem, "files"> | null {
  const isMissing = (file: QueuedFile) => fileId === null || file.fileId === fileId;
  const missing = files.filter(isMissing);
  if (code !== "file.unknown" || missing.length === 0) return null;
  if (missing.some(({ sentTimes }) => sentTimes >= sentTimesMax)) return null;
  return { files: files.map((file) => (isMissing(file) ? { ...file, isSent: false } : file)) };
}

interface NamesFiles {
  photoId?: string;
  photoHash?: string;
  answers?: { files?: { fileId: string }[] }[];
  voice?: { fileId: string } | null;
}

/**
 * The same command without the files that hold it up, as its person wants: those that are not here, else the one that the server does not
 * take; all where it does not say which.
 */
export function withoutFiles(
  { body, files, problem }: QueueItem,
  isLacking: (file: QueuedFile) => boolean,
): Pick<QueueItem, "files" | "body"> {
  const named = problem?.details.fileId;
  const lacking = files.filter(isLacking).map(({ fileId }) => fileId);
  const out = lacking.length > 0 ? lacking : typeof named === "string" ? [named] : null;
  const isOut = ({ fileId }: { fileId: string }) => out === null || out.includes(fileId);
  const { photoId: _id, photoHash: _hash, answers, voice, ...rest } = body as NamesFiles;
  const left = answers?.flatMap(({ files: ofStep, ...answer }) => {
    const stay = ofStep?.filter((file) => !isOut(file)) ?? [];
    // A step that is answered by files alone is left out with them.
    return ofStep && stay.length === 0 ? [] : [{ ...answer, ...(ofStep && { files: stay }) }];
  });
  const stays = voice && !isOut(voice) ? voice : null;
  return {
    files: files.filter((file) => !isOut(file)),
    body: { ...rest, ...(left && { answers: left }), ...(voice !== undefined && { voice: stays }) },
  };
}

/** What the files of all that waits take of this phone. */
export const bytesOfFiles = (items: readonly QueueItem[]): number =>
  items.flatMap(({ files }) => files).reduce((sum, { isKept, bytes }) => sum + (isKept ? bytes : 0), 0);

const rooms: readonly Room[] = ["none", "little", "enough"];

/** The least of several. */
export const leastRoom = (...some: Room[]): Room => rooms.find((room) => some.includes(room)) ?? "enough";

/** As the storage has them: a version of before has kept one photo at most. */
export const filesIn = ({ files, photo }: { files?: unknown; photo?: unknown }): QueuedFile[] =>
  (Array.isArray(files) ? files : [photo]).flatMap(fileIn);

/** What another version has kept otherwise is none. */
function fileIn(kept: unknown): QueuedFile[] {
  if (typeof kept !== "object" || kept === null) return [];
  const { fileId, hash, type, bytes, isKept, isSent, sentTimes } = kept as Partial<QueuedFile>;
  if (typeof fileId !== "string" || typeof hash !== "string") return [];
  return [
    {
      ...{ fileId, hash, type: type ?? "image/jpeg", bytes: bytes ?? 0 },
      ...{ isKept: isKept ?? true, isSent: isSent ?? false, sentTimes: sentTimes ?? 0 },
    },
  ];
}
