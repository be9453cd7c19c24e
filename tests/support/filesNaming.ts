import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** The files under a folder whose name or text holds a word, whatever its capitals. */
export function filesNaming(word: string, dir: string): string[] {
  const files = readdirSync(dir, { recursive: true, encoding: "utf8" });
  const holds = (file: string) =>
    statSync(path.join(dir, file)).isFile() &&
    `${file} ${readFileSync(path.join(dir, file), "latin1")}`.toLowerCase().includes(word);
  return files.filter(holds);
}
