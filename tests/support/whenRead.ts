import { mongo } from "mongoose";

/**
 * Lets something happen with each read of a collection, whoever reads: what others do in such a moment.
 * @param happens is told whether it is before or after the read, and which one it is, from 1
 */
export function whenRead(
  collection: string,
  happens: (when: "before" | "after", nth: number) => Promise<unknown> | undefined,
): { end: () => void } {
  // The driver's class, whose methods are called with whatever they are given.
  type Find = (...args: unknown[]) => mongo.FindCursor;
  const prototype = mongo.Collection.prototype as unknown as { find: Find };
  const { find } = prototype;
  let reads = 0;
  prototype.find = function (this: mongo.Collection, ...args) {
    const cursor = find.apply(this, args);
    if (this.collectionName !== collection) return cursor;
    const toArray = cursor.toArray.bind(cursor);
    cursor.toArray = async () => {
      const nth = (reads += 1);
      await happens("before", nth);
      const found: unknown[] = await toArray();
      await happens("after", nth);
      return found;
    };
    return cursor;
  };
  return { end: () => void (prototype.find = find) };
}
