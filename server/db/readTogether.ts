import type { Model } from "mongoose";
import { BatchedRead } from "../lib/batchedRead";
import type { ModelOf } from "./insert";

/*
 * What many requests look up at the same time, read together (see BatchedRead). Never inside a transaction, whose snapshot is
 * its own. What is read may be shared by several requests, so nobody changes it.
 */

const batchSize = 10_000;

/** Documents by id. @param fields only these; all unless named */
export function byId<Doc extends { _id: string }>(
  model: ModelOf<Doc>,
  { fields, idsMax }: { fields?: Partial<Record<keyof Doc, 1>>; idsMax?: number } = {},
): BatchedRead<Doc> {
  return new BatchedRead(async (ids) => {
    const records = await plain(model)
      .find({ _id: { $in: ids } }, fields)
      .lean<Doc[]>();
    return new Map(records.map((record) => [record._id, record]));
  }, idsMax);
}

/** All documents of one value of a field; undefined where there are none. @param where what else they have, alike for all */
export function allBy<Doc, Field extends keyof Doc & string>(
  model: ModelOf<Doc>,
  field: Field,
  { where = {}, valuesMax }: { where?: Partial<NoInfer<Doc>>; valuesMax?: number } = {},
): BatchedRead<Doc[]> {
  return new BatchedRead(async (values) => {
    const records = await plain(model)
      .find({ ...where, [field]: { $in: values } })
      // The driver would ask for the first 101 and come again for the rest.
      .batchSize(batchSize)
      .lean<Doc[]>();
    const groups = new Map<string, Doc[]>();
    for (const record of records) {
      const value = String(record[field]);
      groups.set(value, [...(groups.get(value) ?? []), record]);
    }
    return groups;
  }, valuesMax);
}

/** One read that is the same for everybody, such as the tree of units. */
export function forAll<Answer>(read: () => Promise<Answer>): () => Promise<Answer> {
  const reading = new BatchedRead<{ answer: Answer }>(async ([key = ""]) => new Map([[key, { answer: await read() }]]));
  return async () => {
    const found = await reading.get("all");
    if (!found) throw new Error("a read that answers for all has answered nobody"); // it always sets its key
    return found.answer;
  };
}

/** Mongoose cannot check a filter by field where Doc is generic; the callers' own types do. */
const plain = (model: unknown): Model<object> => model as Model<object>;
