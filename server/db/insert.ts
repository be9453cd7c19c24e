import type { ClientSession, Model } from "mongoose";
import { type Stored, write } from "./transactionWrites";

/**
 * A model of any schema whose documents look like Doc. Mongoose's other type parameters (methods, virtuals, hydrated
 * type) differ by schema and say nothing about what is stored, hence the `any`.
 */
/* eslint-disable @typescript-eslint/no-explicit-any -- what differs by schema is none of the callers' business */
export type ModelOf<Doc> = Model<Doc, any, any, any, any, any, any>;
/* eslint-enable @typescript-eslint/no-explicit-any */

/**
 * Inserts one document at the end of the transaction, checked against its schema now. What may exist only once has an `_id` that follows from its cause:
 * the duplicate-key error is the arbiter, not a look beforehand.
 */
export async function insert<Doc>(
  model: ModelOf<Doc>,
  record: Omit<NoInfer<Doc>, "schemaVersion"> & { schemaVersion?: number },
  session: ClientSession,
): Promise<void> {
  // The schema fills in schemaVersion; mongoose's own type of a new document cannot say so for a generic Doc.
  const untyped = model as unknown as Model<Stored>;
  const document = new untyped(record);
  await document.validate();
  write({ model: untyped, insert: document.toBSON() }, session);
}
