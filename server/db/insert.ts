import type { ClientSession, Model } from "mongoose";

/**
 * A model of any schema whose documents look like Doc. Mongoose's other type parameters (methods, virtuals, hydrated
 * type) differ by schema and say nothing about what is stored, hence the `any`.
 */
/* eslint-disable @typescript-eslint/no-explicit-any -- what differs by schema is none of the callers' business */
export type ModelOf<Doc> = Model<Doc, any, any, any, any, any, any>;
/* eslint-enable @typescript-eslint/no-explicit-any */

/**
 * Inserts one document, checked against its schema. What may exist only once has an `_id` that follows from its cause:
 * the duplicate-key error is the arbiter, not a look beforehand.
 */
export async function insert<Doc>(
  model: ModelOf<Doc>,
  record: Omit<NoInfer<Doc>, "schemaVersion"> & { schemaVersion?: number },
  session: ClientSession,
): Promise<void> {
  // The schema fills in schemaVersion; mongoose's own type of a new document cannot say so for a generic Doc.
  await (model as unknown as Model<Record<string, unknown>>).create([record], { session });
}
