import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { newToken, sha256 } from "../lib/ids";

/**
 * Where the bytes of a file lie: by the hash of its id, so that no name comes from outside. Two people who send the same photo have a
 * file each: taking one person's away must never depend on another's.
 */
function placeOf(filesDir: string, fileId: string): string {
  const name = sha256(fileId);
  return path.resolve(filesDir, name.slice(0, 2), name);
}

/** Whole or not at all, also when the machine stops in between. */
export async function writeBytes(filesDir: string, fileId: string, bytes: Buffer): Promise<void> {
  const place = placeOf(filesDir, fileId);
  // Whoever takes the same photo at the same moment, here or in another process, writes one of their own: the last one stays, and all are the same.
  const unfinished = `${place}.${newToken()}`;
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  try {
    const handle = await open(unfinished, "w", 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, place);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Null where there is none. */
export async function readBytes(filesDir: string, fileId: string): Promise<Buffer | null> {
  return readFile(placeOf(filesDir, fileId)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
}

/** May be repeated. */
export const removeBytes = (filesDir: string, fileId: string): Promise<void> =>
  rm(placeOf(filesDir, fileId), { force: true });
