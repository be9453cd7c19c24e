import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type { TableType } from "@shared/domain/fileTypes";
import { isDuplicateKey } from "../db";
import type { Deps } from "../deps";
import { newToken, sha256 } from "../lib/ids";
import { FileModel } from "./fileModel";
import { keepReceived, removeBytes, unfinishedDir } from "./folder";

/** What a table is kept as once it is whole. */
export interface TableToKeep {
  memberId: string;
  /** What it belongs to, such as `export:<id>`. */
  usedBy: string;
  type: TableType;
  /** By which it is taken away. */
  name: string;
  keptUntil: Date;
}

/** A table that is being made, some at a time, and goes on where it stood after whoever made it has died. */
export interface TableInMaking {
  /** By which it is gone on with: another one at each time, so that a worker that was only slow writes nothing into it. */
  part: string;
  /** How many there are. */
  bytes(): number;
  append(text: string | Buffer): Promise<void>;
  /** It is whole. May be repeated. */
  keep(as: TableToKeep): Promise<void>;
  /** In any case. */
  close(): Promise<void>;
}

const partOf = (fileId: string): string => sha256(fileId);

/**
 * @param from what is there of it: the part, and how many of its bytes count; null: it begins
 * @returns null where what should be there is not
 */
export async function makeTable(
  { settings, clock }: Pick<Deps, "settings" | "clock">,
  fileId: string,
  from: { part: string; bytes: number } | null,
): Promise<TableInMaking | null> {
  const folder = unfinishedDir(settings.FILES_DIR);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const part = `${partOf(fileId)}.${newToken()}`;
  const place = path.join(folder, part);
  if (from) {
    const before = path.join(folder, path.basename(from.part));
    const found = await stat(before).catch(() => null);
    if (!found || found.size < from.bytes) return null;
    if (from.bytes > 0)
      await pipeline(createReadStream(before, { end: from.bytes - 1 }), createWriteStream(place, { mode: 0o600 }));
    await rm(before, { force: true });
  }
  const handle = await open(place, "a", 0o600);
  let bytes = from?.bytes ?? 0;
  return {
    part,
    bytes: () => bytes,
    append: async (text) => {
      const more = typeof text === "string" ? Buffer.from(text) : text;
      await handle.appendFile(more);
      bytes += more.length;
    },
    keep: async (as) => {
      await handle.sync();
      const hash = createHash("sha256");
      for await (const chunk of createReadStream(place)) hash.update(chunk as Buffer);
      const sentHash = hash.digest("hex");
      const made = { ...as, sentHash, bytes, receivedAt: clock.now() };
      await FileModel.create({ _id: fileId, ...made, linkSecret: newToken() }).catch(async (error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
        await FileModel.updateOne({ _id: fileId }, { $set: made });
      });
      await keepReceived(settings.FILES_DIR, fileId, { path: place });
    },
    close: () => handle.close(),
  };
}

/** Removes what there is of a table that will not be made, whole or not. May be repeated. */
export async function dropTable({ settings }: Pick<Deps, "settings">, fileId: string): Promise<void> {
  const folder = unfinishedDir(settings.FILES_DIR);
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => one.startsWith(`${partOf(fileId)}.`)))
    await rm(path.join(folder, name), { force: true });
  // The record is what the bytes are found by again, so it goes last.
  await removeBytes(settings.FILES_DIR, fileId);
  await FileModel.deleteOne({ _id: fileId });
}
