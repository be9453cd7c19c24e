/** Unpacks a tar archive of plain files and folders, as npm packages bring them. */
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";

const BLOCK = 512;

/** Writes the archive's entries under a folder; an entry that points outside is an error. */
export function untar(archive, folder) {
  for (let at = 0; at + BLOCK <= archive.length && archive[at] !== 0;) {
    const text = (from, to) => archive.toString("utf8", at + from, at + to).replace(/\0.*$/s, "");
    const size = parseInt(text(124, 136).trim() || "0", 8);
    const kind = text(156, 157);
    const target = path.join(folder, text(345, 500), text(0, 100));
    if (!path.resolve(target).startsWith(path.resolve(folder)))
      throw new Error(`an archive names ${target}, outside of its folder`);
    if (kind === "5") mkdirSync(target, { recursive: true });
    if (kind === "0" || kind === "") {
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, archive.subarray(at + BLOCK, at + BLOCK + size), {
        mode: parseInt(text(100, 108).trim(), 8),
      });
    }
    if (kind === "2") {
      mkdirSync(path.dirname(target), { recursive: true });
      symlinkSync(text(157, 257), target);
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}
