import { mongo } from "mongoose";

const writing = [
  "insertOne",
  "insertMany",
  "updateOne",
  "updateMany",
  "replaceOne",
  "deleteOne",
  "deleteMany",
  "bulkWrite",
  "findOneAndUpdate",
] as const;

/** Where a run breaks off: at its nth write, before it reaches the database or right after. */
export interface Break {
  at: number;
  when: "before" | "after";
}

export class BrokenOff extends Error {
  constructor({ at, when }: Break) {
    super(`broken off ${when} write ${at}`);
    this.name = "BrokenOff";
  }
}

/**
 * Does `work` with every write counted, whoever makes it: models and the driver itself come by here, and what a transaction sends
 * together is one. From the break on nothing is written any more, as with a process that has died.
 * @returns how many writes there were
 */
export async function countWrites(work: () => Promise<unknown>, broken?: Break): Promise<number> {
  // Methods of the driver's class, called with whatever they are given.
  type Method = (...args: unknown[]) => Promise<unknown>;
  const collections = mongo.Collection.prototype as unknown as Record<string, Method>;
  const databases = mongo.Db.prototype as unknown as Record<string, Method>;
  const places = [
    ...writing.map((name) => [collections, name] as const),
    ...(["command", "dropDatabase"] as const).map((name) => [databases, name] as const),
  ];
  const originals = places.map(([prototype, name]) => ({ prototype, name, original: prototype[name] as Method })); // each is there
  let writes = 0;
  let inside = 0;
  for (const { prototype, name, original } of originals) {
    prototype[name] = async function (this: unknown, ...args: unknown[]) {
      const isWrite = name !== "command" || "bulkWrite" in (args[0] as object); // a command is one
      // Some methods are made of others: that is one write.
      if (!isWrite || inside > 0) return original.apply(this, args);
      writes += 1;
      if (broken && (writes > broken.at || (writes === broken.at && broken.when === "before")))
        throw new BrokenOff(broken);
      inside += 1;
      const result = await original.apply(this, args).finally(() => (inside -= 1));
      if (broken && writes === broken.at) throw new BrokenOff(broken);
      return result;
    };
  }
  try {
    await work();
  } catch (error) {
    if (!(error instanceof BrokenOff)) throw error;
  } finally {
    for (const { prototype, name, original } of originals) prototype[name] = original;
  }
  return writes;
}
