/** A field of every document: which shape it was written in, so that a migration can tell the old from the new. */
export const schemaVersion = { type: Number, required: true, default: 1 } as const;
