import type { Model } from "mongoose";
import type { BatchedRead } from "../lib/batchedRead";
import { byId } from "./readTogether";

/*
 * One id is one command, of whatever kind. Commands of several documents are told apart by their document in `commands`, those
 * of one document by that document itself, so each side has to know of the other's ids.
 */

interface OneDocument {
  _id: string;
}
const oneDocumentModels = new Map<Model<OneDocument>, BatchedRead<OneDocument>>();

/** Names a model whose documents are commands by themselves, as `insertCommand` writes them. */
export function oneDocumentModel<Given>(model: Given): Given {
  // A model of any schema: what is asked of it is the id, which all have.
  const asked = model as unknown as Model<OneDocument>;
  if (!oneDocumentModels.has(asked)) oneDocumentModels.set(asked, byId<OneDocument>(asked, { fields: { _id: 1 } }));
  return model;
}

/** Whether a command of one document has this id. */
export async function usedByOneDocument(id: string): Promise<boolean> {
  const asked = [...oneDocumentModels.values()].map((records) => records.get(id));
  return (await Promise.all(asked)).some((found) => found !== undefined);
}

const keptMax = 20_000;

/** Ids of the commands of several documents that a process has done last. */
export class RecentCommands {
  private readonly ids = new Set<string>();

  note(id: string): void {
    this.ids.add(id);
    if (this.ids.size <= keptMax) return;
    // A Set keeps the order in which they came.
    const [oldest] = this.ids;
    if (oldest !== undefined) this.ids.delete(oldest);
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }
}
