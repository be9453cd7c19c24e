import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { newToken, sha256 } from "../lib/ids";

/**
 * Where the bytes of a file lie: by the hash of its id, so that no name comes from outside. Two people who send the same photo have a
 * file each: taking one person's away must never depend on another's.
 */
function placeOf(filesDir: string, fileId: string): string {
  const name = sha256(fileId);
  return path.resolve(filesDir, name.slice(0, 2), name);
}

/** What is still being written, under names that nothing else has. */
export const unfinishedDir = (filesDir: string): string => path.resolve(filesDir, "unfinished");

/** So much of a file tells what it is. */
const headBytes = 512;

/** A file whose bytes have all arrived, and which is nowhere yet. */
export interface ReceivedFile {
  path: string;
  /** SHA-256, in hexadecimal. */
  hash: string;
  bytes: number;
  /** How it begins. */
  head: Buffer;
}

/**
 * Writes what comes to the disk as it comes, and hashes it: no more of it is in memory than a piece. What breaks off leaves nothing.
 * @throws what the chunks throw
 */
export async function receive(filesDir: string, chunks: AsyncIterable<Buffer>): Promise<ReceivedFile> {
  await mkdir(unfinishedDir(filesDir), { recursive: true, mode: 0o700 });
  const place = path.join(unfinishedDir(filesDir), newToken());
  const hash = createHash("sha256");
  let bytes = 0;
  let head = Buffer.alloc(0);
  try {
    const handle = await open(place, "w", 0o600);
    try {
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.length;
        if (head.length < headBytes) head = Buffer.concat([head, chunk]).subarray(0, headBytes);
        await handle.writeFile(chunk);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    await rm(place, { force: true });
    throw error;
  }
  return { path: place, hash: hash.digest("hex"), bytes, head };
}

/** Puts it where its file lies: whole or not at all, also when the machine stops in between. The last one stays. */
export async function keepReceived(
  filesDir: string,
  fileId: string,
  { path: unfinished }: Pick<ReceivedFile, "path">,
): Promise<void> {
  const place = placeOf(filesDir, fileId);
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  await rename(unfinished, place);
}

/** Of one that has been kept nothing is left to discard. */
export const discardReceived = ({ path: unfinished }: ReceivedFile): Promise<void> => rm(unfinished, { force: true });

/** Whole or not at all. Whoever writes the same file at the same moment, here or in another process, writes one of their own. */
export async function writeBytes(filesDir: string, fileId: string, bytes: Buffer): Promise<void> {
  const received = await receive(filesDir, inOnePiece(bytes));
  try {
    await keepReceived(filesDir, fileId, received);
  } finally {
    await discardReceived(received);
  }
}

async function* inOnePiece(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

const nullWhereMissing = (error: NodeJS.ErrnoException): null => {
  if (error.code === "ENOENT") return null;
  throw error;
};

/** Null where there is none. */
export const readBytes = (filesDir: string, fileId: string): Promise<Buffer | null> =>
  readFile(placeOf(filesDir, fileId)).catch(nullWhereMissing);

/** How many bytes are there; null where there is no file. */
export const sizeOf = async (filesDir: string, fileId: string): Promise<number | null> =>
  (await stat(placeOf(filesDir, fileId)).catch(nullWhereMissing))?.size ?? null;

/** Where it lies, for whoever reads it at several places. */
export const pathOf = (filesDir: string, fileId: string): string => placeOf(filesDir, fileId);

/** Its bytes, some at a time. It ends with an error where there is none. */
export const streamBytes = (filesDir: string, fileId: string): Readable => createReadStream(placeOf(filesDir, fileId));

/** May be repeated. */
export const removeBytes = (filesDir: string, fileId: string): Promise<void> =>
  rm(placeOf(filesDir, fileId), { force: true });

/** Removes what processes that died have left unfinished. */
export async function removeUnfinished(filesDir: string, before: Date): Promise<void> {
  const names = (await readdir(unfinishedDir(filesDir)).catch(nullWhereMissing)) ?? [];
  for (const name of names) {
    const place = path.join(unfinishedDir(filesDir), name);
    const found = await stat(place).catch(nullWhereMissing);
    if (found && found.mtime < before) await rm(place, { force: true });
  }
}
