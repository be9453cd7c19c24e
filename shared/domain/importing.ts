import { addDays, type BusinessDay } from "./time";

/** What can be imported so far; the files of all purposes are read alike (`tables/purposes`). */
export const importPurposes = ["customers", "opening"] as const;
export type ImportPurpose = (typeof importPurposes)[number];

/** Where a table comes from, as its numbers are kept: `crm:EXT-1`. A mapping that was chosen is remembered for each. */
export const importSources = ["crm", "erp", "table"] as const;
export type ImportSource = (typeof importSources)[number];

export const importStates = [
  "looking",
  "looked",
  "running",
  "done",
  "stopped",
  "refused",
  "undoing",
  "undone",
] as const;
export type ImportState = (typeof importStates)[number];

/** The last day on which the clients that a table has made can be taken back. */
export const importUndoUntil = (ranOn: BusinessDay): BusinessDay => addDays(ranOn, 7);

/** What becomes of a row. In a look beforehand nothing of it has happened yet. */
export const rowResults = ["created", "changed", "same", "heldBack", "leftOut", "takenBack"] as const;
export type RowResult = (typeof rowResults)[number];
