import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { MailboxChange } from "./mailbox";

/** Changes, one JSON line each, only ever added to. A line that a killed process left unfinished is cut off. */
export interface StateFile {
  read(): MailboxChange[];
  append(change: MailboxChange): void;
  clear(): void;
}

export function openStateFile(path: string): StateFile {
  mkdirSync(dirname(path), { recursive: true });
  return {
    read() {
      if (!existsSync(path)) return [];
      const bytes = readFileSync(path);
      const wholeLength = bytes.lastIndexOf("\n") + 1;
      if (wholeLength < bytes.length) truncateSync(path, wholeLength);
      const lines = bytes.subarray(0, wholeLength).toString("utf8").split("\n").filter(Boolean);
      // The file is this class's own, written by `append` below.
      return lines.map((line) => JSON.parse(line) as MailboxChange);
    },
    append: (change) => appendFileSync(path, `${JSON.stringify(change)}\n`),
    clear: () => writeFileSync(path, ""),
  };
}
