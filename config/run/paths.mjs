/** Where things are, seen from the project's root. */
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");

export const at = (...parts) => path.join(root, ...parts);

/** A path as a person wants to read it: from the project's root where it lies inside. */
export function shown(file) {
  const inside = path.relative(root, file);
  return inside.startsWith("..") || path.isAbsolute(inside) ? file : inside || ".";
}

/** Where each demo company keeps what it has. */
export const dataDirs = { small: at(".data"), large: at(".data-large") };
