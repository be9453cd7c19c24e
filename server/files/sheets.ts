import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import type { Settings } from "../../config/env";
import type { Deps } from "../deps";
import { newId, newToken } from "../lib/ids";
import { FileModel, type FileRecord } from "./fileModel";
import { writeBytes } from "./folder";
import { linkTo } from "./links";
import { packagedFont, photoFont } from "./photoFont";

const keptMs = 7 * 86_400_000;

/**
 * Keeps a PDF for a week, for whoever is to print it. The record comes first, as with photos. Each call makes another file: what is drawn
 * anew may differ from what was drawn before.
 * @param usedBy what it belongs to
 * @returns its id
 */
export async function keepSheet(
  { clock, settings }: Pick<Deps, "clock" | "settings">,
  { memberId, usedBy, bytes }: { memberId: string; usedBy: string; bytes: Buffer },
): Promise<string> {
  const now = clock.now();
  const _id = `${memberId}:${newId()}`;
  const sentHash = createHash("sha256").update(bytes).digest("hex");
  await FileModel.create({
    ...{ _id, memberId, sentHash, type: "application/pdf" as const, bytes: bytes.length, receivedAt: now },
    ...{ linkSecret: newToken(), usedBy, keptUntil: new Date(now.getTime() + keptMs) },
  });
  await writeBytes(settings.FILES_DIR, _id, bytes);
  return _id;
}

/** A link to a sheet, and until when it is kept; null once that is over. What lets somebody have it is the caller's to judge and note. */
export async function sheetOf(
  { clock, realNow }: Pick<Deps, "clock" | "realNow">,
  sheetId: string,
): Promise<{ url: string; keptUntil: Date } | null> {
  const file = await FileModel.findOne({ _id: sheetId }).lean<FileRecord | null>();
  return file && file.keptUntil > clock.now() ? { url: linkTo(file, realNow()), keptUntil: file.keptUntil } : null;
}

/** The font of sheets: that of photos, or the one of the packages where that is a collection of several, of which no part can be taken. */
export async function sheetFontFile(settings: Pick<Settings, "PHOTO_FONT_FILE">): Promise<string> {
  const { file } = photoFont(settings);
  const opened = await open(file);
  try {
    const { buffer } = await opened.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.toString("latin1") === "ttcf" ? packagedFont().file : file;
  } finally {
    await opened.close();
  }
}
