import type { ClientSession, Model } from "mongoose";
import type { ModelOf } from "./insert";
import { type Stored, write } from "./transactionWrites";

/**
 * Changes one document at the end of the transaction; what it sets is checked against its schema now.
 * @param found hears how many documents the filter has found (0 or 1); what it throws ends the transaction
 */
export async function update<Doc extends Stored>(
  model: ModelOf<Doc>,
  change: {
    filter: Partial<Record<keyof NoInfer<Doc>, unknown>>;
    set?: Partial<NoInfer<Doc>>;
    push?: Partial<Record<keyof NoInfer<Doc>, unknown>>;
    inc?: Partial<Record<keyof NoInfer<Doc>, number>>;
    /** Inserts the document where there is none, with this beside what is set. */
    orInsert?: Partial<NoInfer<Doc>>;
  },
  session: ClientSession,
  found?: (count: number) => void | Promise<void>,
): Promise<void> {
  const { filter, push, inc, orInsert } = change;
  const untyped = model as unknown as Model<Stored>;
  const changes = {
    ...(change.set && { $set: await checked(untyped, change.set) }),
    ...(push && { $push: push }),
    ...(inc && { $inc: inc }),
    ...(orInsert && { $setOnInsert: await checked(untyped, orInsert) }),
  };
  const common = { model: untyped, filter, ...(found && { found }) };
  write({ ...common, update: changes, ...(orInsert && { upsert: true }) }, session);
}

async function checked(model: Model<Stored>, given: object): Promise<object> {
  const names = Object.keys(given);
  const unknown = names.find((name) => !["real", "nested"].includes(model.schema.pathType(name)));
  if (unknown !== undefined) throw new Error(`${model.modelName} has no field ${unknown}`);
  const cast = { ...(await model.validate(given, names)) } as Record<string, unknown>;
  // A field that is given as undefined is emptied as one that is null; one that is not named stays.
  return Object.fromEntries(names.map((name) => [name, cast[name] ?? null]));
}

/** Deletes one document at the end of the transaction, where there is one. @param found as of `update` */
export function remove<Doc extends Stored>(
  model: ModelOf<Doc>,
  filter: Partial<Record<keyof NoInfer<Doc>, unknown>>,
  session: ClientSession,
  found?: (count: number) => void | Promise<void>,
): void {
  write({ model: model as unknown as Model<Stored>, filter, remove: true, ...(found && { found }) }, session);
}

/** Puts a document in its place at the end of the transaction, whether there is one or not. It goes as it is. */
export function replace<Doc extends Stored>(model: ModelOf<Doc>, document: NoInfer<Doc>, session: ClientSession): void {
  const { _id, ...replacement } = document;
  write({ model: model as unknown as Model<Stored>, filter: { _id }, replacement, upsert: true }, session);
}
