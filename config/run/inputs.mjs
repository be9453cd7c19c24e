/** The content of a set of files as one hash, to know whether what was made from them is still right. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/**
 * One hash over the paths and contents of files, and of whole folders, seen from `root`; what does not exist counts as absent.
 * @param values settings that go into the result as well
 */
export function hashOf(root, inputs, values = {}) {
  const hash = createHash("sha256");
  for (const file of inputs.flatMap((input) => filesUnder(root, input)).sort()) {
    hash.update(`${file}\0`).update(
      createHash("sha256")
        .update(readFileSync(path.join(root, file)))
        .digest(),
    );
  }
  return hash.update(JSON.stringify(values)).digest("hex");
}

/** Number and size of the files under a folder: enough to see that some of them are gone. */
export function sizeOf(folder) {
  const files = existsSync(folder) ? filesUnder(folder, ".") : [];
  return { files: files.length, bytes: files.reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0) };
}

function filesUnder(root, input) {
  const full = path.join(root, input);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [input.split(path.sep).join("/")];
  return readdirSync(full).flatMap((name) => filesUnder(root, path.join(input, name)));
}
