import { readFile } from "node:fs/promises";
import type { Readable } from "node:stream";
import type { ClientSession } from "mongoose";
import { isAudio, isTable } from "@shared/domain/fileTypes";
import { AppError } from "@shared/errors";
import { isDuplicateKey, update } from "../db";
import type { Deps } from "../deps";
import type { FileContent, MemberActor } from "../http";
import { newToken } from "../lib/ids";
import { textsIn } from "../texts";
import { FileModel, type FileRecord, type FileType } from "./fileModel";
import {
  discardReceived,
  keepReceived,
  readBytes,
  receive,
  type ReceivedFile,
  streamBytes,
  writeBytes,
} from "./folder";
import { linkTo } from "./links";
import { redrawn } from "./photo";
import { soundOf } from "./sound";
import { photoFont } from "./photoFont";
import { stamped } from "./stamped";
import { refuseTable, tableTypeOf } from "./tableDoor";

const dayMs = 86_400_000;
/** So long a photo waits for the command that names it: a phone without a network may keep that for days. */
const unusedKeptMs = 7 * dayMs;

/**
 * Keeps a file. The record comes first, so that bytes which nothing knows of never lie about; where a process ends in between, the
 * phone has no answer and sends it again. May be repeated, also at two processes.
 * @throws AppError "file.unreadable"; "file.differs" for another one by the same id; what `FileContent` and `refuseTable` throw
 */
export async function keepFile(
  deps: Pick<Deps, "clock" | "settings">,
  { actor, fileId, content }: { actor: MemberActor; fileId: string; content: FileContent },
): Promise<{ fileId: string }> {
  const id = `${actor.id}:${fileId}`;
  const { FILES_DIR } = deps.settings;
  if (isTable(content.type)) await refuseTable(actor);
  const received = await receive(FILES_DIR, content.chunks());
  try {
    const { type, bytes, keep } = await keptAs(FILES_DIR, id, content.type, received);
    const sentHash = received.hash;
    const before = await fileIfAny(id);
    if (before) refuseOther(before, sentHash);
    const now = deps.clock.now();
    const keptUntil = new Date(now.getTime() + unusedKeptMs);
    if (before) {
      await FileModel.updateOne({ usedBy: null, _id: id }, { $set: { keptUntil } });
    } else {
      const record = {
        ...{ _id: id, memberId: actor.id, sentHash, type, bytes, receivedAt: now },
        ...{ linkSecret: newToken(), usedBy: null, keptUntil },
      };
      await FileModel.create(record).catch(async (error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
        refuseOther(await findFile(id), sentHash);
      });
    }
    await keep();
  } finally {
    await discardReceived(received);
  }
  return { fileId: id };
}

/** What is kept of what was sent: a photo is drawn anew, what was spoken and tables stay as they are. @throws AppError "file.unreadable" */
async function keptAs(
  filesDir: string,
  id: string,
  sentType: string,
  received: ReceivedFile,
): Promise<{ type: FileType; bytes: number; keep: () => Promise<void> }> {
  const keep = () => keepReceived(filesDir, id, received);
  if (isTable(sentType)) return { type: tableTypeOf(received), bytes: received.bytes, keep };
  if (isAudio(sentType)) return { type: soundOf(received, sentType), bytes: received.bytes, keep };
  const { bytes, type } = await redrawn(await readFile(received.path));
  return { type, bytes: bytes.length, keep: () => writeBytes(filesDir, id, bytes) };
}

function refuseOther({ _id, sentHash }: FileRecord, hash: string): void {
  if (sentHash !== hash) throw new AppError("file.differs", `${_id} is another file`);
}

const fileIfAny = (id: string): Promise<FileRecord | null> => FileModel.findOne({ _id: id }).lean<FileRecord | null>();

/** @throws AppError "file.unknown" */
export async function findFile(id: string): Promise<FileRecord> {
  const file = await fileIfAny(id);
  if (!file) throw new AppError("file.unknown", `no file ${id}`);
  return file;
}

interface Named {
  fileId: string;
  /** Of what the phone has taken, in hexadecimal; phones of before do not say it. */
  hash: string | undefined;
  /** It is something to be heard, and not to be looked at. */
  isSound?: boolean;
}

/**
 * Own files that a command names, by the ids that the phone has given them, in that order.
 * @param usedBy what they are to belong to
 * @throws AppError "file.unknown" where one has not arrived or is gone; "file.differs" where it belongs to something else or is another
 *   one. Both say which.
 */
export async function findOwnFiles(
  { clock }: Pick<Deps, "clock">,
  { memberId, named, usedBy }: { memberId: string; named: readonly Named[]; usedBy: string },
): Promise<FileRecord[]> {
  if (named.length === 0) return [];
  const ids = named.map(({ fileId }) => `${memberId}:${fileId}`);
  const found = await FileModel.find({ _id: { $in: ids } }).lean<FileRecord[]>();
  const byId = new Map(found.map((file) => [file._id, file]));
  return named.map(({ fileId, hash, isSound = false }) => {
    const file = byId.get(`${memberId}:${fileId}`);
    if (!file) throw new AppError("file.unknown", `no file ${fileId} of ${memberId}`, { fileId });
    if (file.keptUntil < clock.now())
      throw new AppError("file.unknown", `${file._id} is about to be erased`, { fileId });
    const owner = file.usedBy ?? null;
    if (isAudio(file.type) !== isSound) throw new AppError("file.differs", `${file._id} is ${file.type}`, { fileId });
    if ((hash !== undefined && file.sentHash !== hash) || (owner !== null && owner !== usedBy))
      throw new AppError("file.differs", `${file._id} is another file, or belongs to ${owner}`, { fileId });
    return file;
  });
}

/** One of them, see `findOwnFiles`. */
export async function findOwnPhoto(
  deps: Pick<Deps, "clock">,
  { memberId, usedBy, ...named }: Named & { memberId: string; usedBy: string },
): Promise<FileRecord> {
  const [file] = await findOwnFiles(deps, { memberId, named: [named], usedBy });
  return file as FileRecord; // one for each that is named
}

/** What a file belongs to, and what is written onto it where somebody looks at it; null: nothing. */
export interface FileUse {
  usedBy: string;
  stamp: { place: string; who: string; at: Date } | null;
  /** As long as photos, unless it says otherwise. */
  keptDays?: number;
}

/** From now on it belongs to that, and is kept as long as the company keeps photos. */
export function useFile(
  { settings }: Pick<Deps, "settings">,
  { _id, receivedAt, usedBy: before }: FileRecord,
  { usedBy, stamp: shown, keptDays = settings.PHOTO_KEPT_DAYS }: FileUse,
  session: ClientSession,
): Promise<void> {
  const keptUntil = new Date(receivedAt.getTime() + keptDays * dayMs);
  const until = new Date(receivedAt.getTime() + settings.POSITION_KEPT_DAYS * dayMs);
  const stamp = shown && { ...shown, until };
  const taken = (count: number) => {
    if (count === 0) throw new AppError("file.differs", `${_id} has been taken into use in the meantime`);
  };
  return update(
    FileModel,
    { filter: { _id, usedBy: before ?? null }, set: { usedBy, keptUntil, stamp } },
    session,
    taken,
  );
}

/** Another one has taken its place, so that nobody sees it any more: it goes the night after. @param now business time */
export const letPhotoGo = (photoId: string, now: Date, session: ClientSession): Promise<void> =>
  update(FileModel, { filter: { _id: photoId }, set: { keptUntil: now } }, session);

/** Where a photo can be looked at; null where there is none, or it is erased. What lets somebody see it is the caller's to judge and note. */
export async function photoLink({ realNow }: Pick<Deps, "realNow">, photoId: string | null): Promise<string | null> {
  const file = photoId === null ? null : await fileIfAny(photoId);
  return file && linkTo(file, realNow());
}

export interface KeptPhoto {
  /** SHA-256 of what was sent, in hexadecimal. */
  hash: string;
  receivedAt: Date;
  keptUntil: Date;
  /** A link, for its own person. */
  url: string;
}

/** Those of these that there are still, by their id, for whoever has taken them. */
export async function keptPhotos(
  { realNow }: Pick<Deps, "realNow">,
  photoIds: readonly string[],
): Promise<Map<string, KeptPhoto>> {
  if (photoIds.length === 0) return new Map();
  const files = await FileModel.find({ _id: { $in: [...photoIds] } }).lean<FileRecord[]>();
  return new Map(
    files.map((file) => {
      const { _id, sentHash: hash, receivedAt, keptUntil } = file;
      return [_id, { hash, receivedAt, keptUntil, url: linkTo(file, realNow()) }];
    }),
  );
}
/** What was sent as these files, and all that was sent as the very same, some of it. */
export async function sameAsSent(
  ids: readonly string[],
): Promise<{ hashes: string[]; known: { hash: string; usedBy: string | null }[] }> {
  const own = await FileModel.find({ _id: { $in: [...ids] } }, { sentHash: 1 }).lean<Pick<FileRecord, "sentHash">[]>();
  const hashes = own.map(({ sentHash }) => sentHash);
  const same = await FileModel.find({ sentHash: { $in: hashes } }, { sentHash: 1, usedBy: 1 })
    .limit(sameMax)
    .lean<Pick<FileRecord, "sentHash" | "usedBy">[]>();
  return { hashes, known: same.map(({ sentHash, usedBy }) => ({ hash: sentHash, usedBy: usedBy ?? null })) };
}
const sameMax = 50;

/** The bytes of a file. @throws AppError "file.unknown" */
export async function bytesOf({ settings }: Pick<Deps, "settings">, { _id }: FileRecord): Promise<Buffer> {
  const bytes = await readBytes(settings.FILES_DIR, _id);
  if (!bytes) throw new AppError("file.unknown", `the bytes of ${_id} are not there`);
  return bytes;
}

/** A file as somebody sees it: of a photo a copy with where and by whom it was taken, for as long as that is kept; a table as it comes from the disk. */
export async function seenBytes(
  deps: Pick<Deps, "clock" | "settings">,
  file: FileRecord,
): Promise<{ type: FileType; content: Buffer | (() => Readable) }> {
  const { stamp, receivedAt, type } = file;
  if (isTable(type)) return { type, content: () => streamBytes(deps.settings.FILES_DIR, file._id) };
  const bytes = await bytesOf(deps, file);
  if (!stamp || stamp.until < deps.clock.now()) return { type, content: bytes };
  const { place, who, at } = stamp;
  // Whoever looks has no session here: it is written as the company does.
  const lines = textsIn("zh-CN").photo({ place, who, at, receivedAt });
  return { type: "image/jpeg", content: await stamped(bytes, lines, photoFont(deps.settings)) };
}
