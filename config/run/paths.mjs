/** Where things are, seen from the project's root. */
import { existsSync, readdirSync } from "node:fs";
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
export const dataDirs = { small: at(".data"), pharma: at(".data-pharma"), large: at(".data-large") };

/** The server's programs beside the server itself: what an operator runs, and what demo and development run. */
export const programFolders = ["cli", "dev"];

/** @param folder one of programFolders; empty where only the bundles were deployed */
export function programsIn(folder) {
  const sources = at("server", folder);
  return existsSync(sources) ? readdirSync(sources).flatMap((file) => /^(.+)\.ts$/.exec(file)?.[1] ?? []) : [];
}
