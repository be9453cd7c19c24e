import { tableBytesMax, tableTypes, type TableType } from "@shared/domain/fileTypes";
import { AppError } from "@shared/errors";
import { allow, type MemberActor } from "../http";
import { FileModel } from "./fileModel";
import type { ReceivedFile } from "./folder";

/** So many that no import has named yet: the disk is everybody's. */
const unusedMax = 20;

const mayKeepTables = ({ roles }: Pick<MemberActor, "roles">): boolean =>
  roles.some((role) => role === "admin" || role === "finance" || role === "hr");

/** Before anything of it is read. @throws AppError "right.missing", "task.tooMany" */
export async function refuseTable(actor: MemberActor): Promise<void> {
  allow(mayKeepTables(actor), "administrators, finance and HR send tables to be imported");
  const waiting = await Promise.all(
    tableTypes.map((type) => FileModel.countDocuments({ memberId: actor.id, type, usedBy: null })),
  );
  if (waiting.reduce((sum, count) => sum + count, 0) >= unusedMax)
    throw new AppError("task.tooMany", `${unusedMax} tables wait for their import`);
}

/** What begins so is no table, whatever its name: to say what it is helps whoever sent it. */
const lookAlikes: Record<string, (head: Buffer) => boolean> = {
  pdf: (head) => head.toString("latin1", 0, 5) === "%PDF-",
  picture: (head) => ["ffd8ff", "89504e", "474946"].includes(head.toString("hex", 0, 3)),
  packed: (head) => head.toString("hex", 0, 2) === "1f8b" || head.toString("latin1", 0, 4) === "Rar!",
};

/** Workbooks of before 2007, and every workbook with a password: which of the two it is, and what to do, says whoever reads it whole. */
const isCompound = (head: Buffer): boolean => head.toString("hex", 0, 8) === "d0cf11e0a1b11ae1";
const isZip = (head: Buffer): boolean => head.toString("hex", 0, 4) === "504b0304";
/** Text has no zero bytes, but for UTF-16, where every other one of a plain letter is one. */
function isText(head: Buffer): boolean {
  if (!head.includes(0)) return true;
  const zeros = [0, 1].map((from) => head.filter((byte, at) => at % 2 === from && byte === 0).length);
  const isMarked = ["fffe", "feff"].includes(head.toString("hex", 0, 2));
  return isMarked || (Math.min(...zeros) === 0 && Math.max(...zeros) > head.length / 8);
}

/**
 * Which table it is by its first bytes; what is in it is looked at by whoever reads it.
 * @throws AppError "file.unreadable" with what was `found` in place of one; "body.tooLarge"
 */
export function tableTypeOf({ head, bytes }: Pick<ReceivedFile, "head" | "bytes">): TableType {
  const found = Object.entries(lookAlikes).find(([, begins]) => begins(head))?.[0];
  if (found !== undefined || (!isZip(head) && !isCompound(head) && !isText(head)))
    throw new AppError("file.unreadable", `no table: ${found ?? "binary"}`, { found: found ?? "binary" });
  const [csv, xlsx] = tableTypes;
  const type = isZip(head) || isCompound(head) ? xlsx : csv;
  if (bytes > tableBytesMax[type])
    throw new AppError("body.tooLarge", `at most ${tableBytesMax[type]} bytes as ${type}`);
  return type;
}
