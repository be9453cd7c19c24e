import type { ClientSession, Model } from "mongoose";
import { AppError } from "@shared/errors";
import { StaleRead } from "./conflicts";
import type { ModelOf } from "./insert";
import { update } from "./update";

interface Revised {
  _id: string;
  revision: number;
}

/**
 * Changes a document at the end of the transaction, only where it still has the revision that was read, and counts the revision up by one.
 * The collection declares the index `{ _id: 1, revision: 1 }`.
 * @param change.onStale what a revision that is gone means: "again" (default) lets `command` read and decide again;
 *   "refuse" tells the caller, who named the revision, that somebody was faster
 * @throws AppError "stale" with the current revision
 */
export async function updateAtRevision<Record extends Revised>(
  model: ModelOf<Record>,
  change: {
    id: string;
    revision: number;
    set: Partial<Omit<NoInfer<Record>, "_id" | "revision">>;
    onStale?: "again" | "refuse";
    /** The revision that it has afterwards, where that is to be above another document's as well. */
    next?: number;
  },
  session: ClientSession,
): Promise<void> {
  const { id, revision, set, onStale = "again", next = revision + 1 } = change;
  // A generic Record keeps mongoose from checking filter and update by field; the parameter types above do.
  const untyped = model as unknown as Model<Revised>;
  const refuse = async () => {
    // As others see it: the transaction may have ended with the write after this one.
    const now = await untyped.findOne({ _id: id }, { revision: 1 }).lean<Revised | null>();
    const details = { revision: now?.revision ?? null };
    const message = `${model.modelName} ${id} is no longer at revision ${revision}`;
    throw onStale === "refuse" ? new AppError("stale", message, details) : new StaleRead(message, details);
  };
  await update(untyped, { filter: { _id: id, revision }, set: { ...set, revision: next } }, session, (count) =>
    count === 1 ? undefined : refuse(),
  );
}
