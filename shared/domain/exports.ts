/** Lists that people take away as a table. */
export const exportKinds = ["customers", "sales", "visits"] as const;
export type ExportKind = (typeof exportKinds)[number];

export const exportFormats = ["csv", "xlsx"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** `begun`: it is made, or has been. `waiting`: for a second person. `allowed`: by one, and made since. `withdrawn`: by whoever asked. */
export const exportStates = ["begun", "waiting", "allowed", "refused", "lapsed", "withdrawn"] as const;
export type ExportState = (typeof exportStates)[number];

/** With more rows than that a second person allows it. */
export const exportRowsAlone = 1_000;
/** Allowed with so many rows, it may have become a little longer until it is made; of more somebody decides anew. */
export const exportRowsAllowed = (rows: number): number => rows + Math.ceil(rows / 10);
/** A workbook is held whole while it is made. */
export const workbookRowsMax = 20_000;
/** Nobody has said anything for so long: it is asked for anew or not at all. */
export const exportWaitsWorkingDays = 3;
export const exportKeptDays = 7;
/** So many rows of a list can be chosen one by one. */
export const exportChosenMax = 100;
