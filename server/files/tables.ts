import type { ClientSession } from "mongoose";
import type { Readable } from "node:stream";
import { isTable, type TableType } from "@shared/domain/fileTypes";
import { AppError } from "@shared/errors";
import type { Deps } from "../deps";
import { fileSource, type TableSource } from "../lib/tables/source";
import { FileModel, type FileRecord } from "./fileModel";
import { findOwnFiles, useFile } from "./files";
import { pathOf, streamBytes } from "./folder";
import { linkTo } from "./links";

/** A table that somebody has sent. */
export interface KeptTable {
  fileId: string;
  type: TableType;
  bytes: number;
  /** SHA-256 of it, in hexadecimal: by it the same table is known again. */
  hash: string;
  receivedAt: Date;
  /** Its bytes, some at a time, as often as they are asked for. */
  stream(): Readable;
  /** The same, at any place of it. */
  source(): Promise<TableSource>;
  /** From now on it belongs to that, and is kept with it. */
  use(session: ClientSession): Promise<void>;
}

/**
 * A table of somebody's by the id that its phone has made.
 * @param usedBy what it is to belong to, such as `import:<id>`
 * @throws AppError "file.unknown", "file.differs"
 */
export async function findTable(
  deps: Pick<Deps, "clock" | "settings">,
  { memberId, fileId, usedBy }: { memberId: string; fileId: string; usedBy: string },
): Promise<KeptTable> {
  const [file] = await findOwnFiles(deps, { memberId, named: [{ fileId, hash: undefined }], usedBy });
  return tableOf(deps, file as FileRecord, usedBy); // one for each that is named
}

function tableOf(deps: Pick<Deps, "settings">, file: FileRecord, usedBy: string): KeptTable {
  const { _id: fileId, type, bytes, sentHash: hash, receivedAt } = file;
  if (!isTable(type)) throw new AppError("file.differs", `${fileId} is ${type}`, { fileId });
  return {
    ...{ fileId, type, bytes, hash, receivedAt },
    stream: () => streamBytes(deps.settings.FILES_DIR, fileId),
    source: () => fileSource(pathOf(deps.settings.FILES_DIR, fileId)),
    use: (session) => useFile(deps, file, { usedBy, stamp: null, keptDays: tableKeptDays }, session),
  };
}

/** As long as what was done with it is told of. */
const tableKeptDays = 30;

/** A link to a table that was made for somebody, and until when it is kept; null once that is over. What lets them have it is the caller's to judge and note. */
export async function tableLink(
  { clock, realNow }: Pick<Deps, "clock" | "realNow">,
  fileId: string,
): Promise<{ url: string; name: string; bytes: number; keptUntil: Date } | null> {
  const file = await FileModel.findOne({ _id: fileId }).lean<FileRecord | null>();
  if (!file || file.keptUntil <= clock.now()) return null;
  const { bytes, keptUntil, name } = file;
  return { url: linkTo(file, realNow()), name: name ?? fileId, bytes, keptUntil };
}
