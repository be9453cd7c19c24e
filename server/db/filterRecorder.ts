import type { mongo } from "mongoose";

/*
 * Remembers the shape of every filter that goes to the database, so that each can be asked whether an index answers
 * it. The embedded engine takes an index only when it covers every predicate of a filter, so what passes here is also
 * answered from an index by a real MongoDB.
 */

export interface FilterShape {
  collection: string;
  /** The database command that carried it: find, update, delete, aggregate, findAndModify, count or distinct. */
  command: string;
  /** The filter as first seen, with its values. */
  filter: mongo.Document;
  hint: boolean;
  /** Changes any number of documents, and is no part of a transaction. */
  writesManyAlone: boolean;
  /** Collection, command and filter with the values left out. */
  text: string;
}

export interface FilterRecorder {
  /** Shapes that were not seen before the last call. */
  takeShapes(): FilterShape[];
  /** Collections that were written to since the last call. */
  takeWrittenCollections(): string[];
}

/**
 * Needs a client that was connected with `monitorCommands`.
 * @param isOutside whether the call under way is not the product's own, such as a test that looks what is stored
 */
export function recordFilters(client: mongo.MongoClient, isOutside: () => boolean = () => false): FilterRecorder {
  const known = new Set<string>();
  let fresh: FilterShape[] = [];
  let written = new Set<string>();
  client.on("commandStarted", ({ commandName, command: body }) => {
    for (const { collection, command, filters, many } of partsOf(commandName, body)) {
      if (writes.has(command)) written.add(collection);
      if (isOutside()) continue;
      const writesManyAlone = body.autocommit !== false && many;
      for (const filter of filters) {
        const text = `${command} ${collection} ${shapeOf(filter)}`;
        const key = `${text} ${writesManyAlone}`;
        if (known.has(key)) continue;
        known.add(key);
        fresh.push({ collection, command, filter, hint: body.hint !== undefined, writesManyAlone, text });
      }
    }
  });
  return {
    takeShapes() {
      const shapes = fresh;
      fresh = [];
      return shapes;
    },
    takeWrittenCollections() {
      const names = [...written];
      written = new Set();
      return names;
    },
  };
}

const writes = new Set(["insert", "update", "delete", "findAndModify"]);

interface Part {
  collection: string;
  command: string;
  filters: mongo.Document[];
  /** Changes any number of documents. */
  many: boolean;
}

/** What a command does to each collection that it names. */
export function partsOf(commandName: string, body: mongo.Document): Part[] {
  if (commandName === "bulkWrite") return bulkPartsOf(body as BulkWrite);
  const collection: unknown = body[commandName];
  if (typeof collection !== "string") return [];
  const filters = filtersIn(commandName, body);
  return [{ collection, command: commandName, filters, many: changesMany(commandName, body) }];
}

interface BulkWrite {
  ops: { insert?: number; update?: number; delete?: number; filter?: mongo.Document; multi?: boolean }[];
  nsInfo: { ns: string }[];
}

function bulkPartsOf({ ops, nsInfo }: BulkWrite): Part[] {
  return ops.flatMap(({ filter, multi = false, ...op }) =>
    (["insert", "update", "delete"] as const).flatMap((command) => {
      const namespace = nsInfo[op[command] ?? -1]?.ns;
      if (namespace === undefined) return [];
      const collection = namespace.slice(namespace.indexOf(".") + 1);
      return [{ collection, command, filters: filter ? [filter] : [], many: multi }];
    }),
  );
}

function filtersIn(commandName: string, body: mongo.Document): mongo.Document[] {
  switch (commandName) {
    case "find":
      return [(body.filter as mongo.Document | undefined) ?? {}];
    case "count":
    case "distinct":
    case "findAndModify":
      return [(body.query as mongo.Document | undefined) ?? {}];
    case "update":
      return (body.updates as { q: mongo.Document }[]).map(({ q }) => q);
    case "delete":
      return (body.deletes as { q: mongo.Document }[]).map(({ q }) => q);
    case "aggregate": {
      const first = (body.pipeline as mongo.Document[])[0];
      return [(first?.$match as mongo.Document | undefined) ?? {}];
    }
    default:
      return [];
  }
}

function changesMany(commandName: string, body: mongo.Document): boolean {
  if (commandName === "update") return (body.updates as { multi?: boolean }[]).some(({ multi }) => multi);
  return commandName === "delete" && (body.deletes as { limit: number }[]).some(({ limit }) => limit === 0);
}

/** A filter with its values left out: `{state:?, dueAt:{$lte:?}}`. */
export function shapeOf(filter: unknown): string {
  if (Array.isArray(filter)) return `[${filter.map(shapeOf).join(", ")}]`;
  if (filter === null || typeof filter !== "object" || Object.getPrototypeOf(filter) !== Object.prototype) return "?";
  const parts = Object.entries(filter).map(
    ([key, value]) => `${key}:${Array.isArray(value) && key === "$in" ? "[?]" : shapeOf(value)}`,
  );
  return `{${parts.join(", ")}}`;
}

export const ruleOfFilters =
  "Every filter is covered by one index whose leading fields are its equalities, with at most one range last; no $or, " +
  "$ne, $exists, hint or findAndModify on a collection that grows. Add the missing index, or filter in code after a " +
  "read that an index answers. What changes several documents does so in a transaction: outside of one the embedded engine " +
  "keeps the collection locked while it waits for somebody's transaction, which then waits for the collection, for ever.";

/** Shapes that no index answers, each with what is wrong. Updates and deletes are asked as a find of their filter. */
export async function unindexedShapes(shapes: FilterShape[], db: mongo.Db): Promise<string[]> {
  const faults: string[] = [];
  for (const shape of shapes) {
    if (shape.writesManyAlone) faults.push(`${shape.text}: changes several documents outside of a transaction`);
    if (shape.hint) faults.push(`${shape.text}: has a hint`);
    else if (shape.command === "findAndModify") faults.push(`${shape.text}: use updateOne, then findOne`);
    else {
      const plan: unknown = await db.collection(shape.collection).find(shape.filter).explain("queryPlanner");
      if (JSON.stringify(plan).includes('"COLLSCAN"')) faults.push(`${shape.text}: reads the whole collection`);
    }
  }
  return faults;
}
