import type { Model } from "mongoose";
import type { ModelOf } from "./insert";

/** A place in a stream that is read from its newest entry back: what comes after it is older, or of the same instant with a smaller id. */
export interface StreamPlace {
  at: Date;
  /** Null: all of that instant come after it. */
  id: string | null;
}

/**
 * What comes after a place in a stream, the newest first, however much there is of one instant. Answered from an index on what is
 * equal, the instant and `_id`.
 * @param field the instant by which the stream goes
 */
export async function readBack<Stored extends { _id: string }>(
  model: ModelOf<Stored>,
  {
    equal,
    field,
    after,
    limit,
  }: { equal: Partial<NoInfer<Stored>>; field: keyof NoInfer<Stored> & string; after: StreamPlace; limit: number },
): Promise<Stored[]> {
  // Mongoose cannot check a filter by field where the documents' type is generic; the parameters' own types do.
  const plain = model as unknown as Model<object>;
  const read = (range: object) =>
    plain
      .find({ ...equal, ...range })
      .sort({ [field]: -1, _id: -1 })
      .limit(limit)
      .lean<Stored[]>();
  if (after.id === null) return read({ [field]: { $lte: after.at } });
  const [tied, older] = await Promise.all([
    read({ [field]: after.at, _id: { $lt: after.id } }),
    read({ [field]: { $lt: after.at } }),
  ]);
  return [...tied, ...older].slice(0, limit);
}
