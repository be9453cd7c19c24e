import { readStored, storedNames } from "@/platform/storage";

/** The files that forms which were begun name, of everybody: they stay on this phone for as long as the form does. */
export function fileIdsOfDrafts(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const name of storedNames()) if (name.startsWith("draft:")) collect(readStored(name), found);
  return found;
}

function collect(kept: unknown, found: Set<string>): void {
  if (typeof kept !== "object" || kept === null) return;
  if ("fileId" in kept && typeof kept.fileId === "string") found.add(kept.fileId);
  for (const part of Object.values(kept)) collect(part, found);
}
