import { CustomerModel, type CustomerRecord } from "./customerModel";
import { findStanding } from "./customers";

/*
 * Customers some at a time, in the order of their names: of what an index gives, few may be the reader's.
 */

type Filter = Record<string, unknown>;

/** So many are read at a time. */
const batchSize = 200;
/** So many in one request: a word that every client has would else read the whole company for whoever may see few of them. */
const batchesMax = 5;

export interface Batch {
  customers: CustomerRecord[];
  /** Behind which sort key the next one begins; null where there is none. */
  next: string | null;
}

/** The batch behind a sort key. */
export type ReadBatch = (after: string | undefined) => Promise<Batch>;

export interface Looked {
  /** In their order. */
  found: CustomerRecord[];
  /** Up to this sort key all were looked at; null: to the end. */
  upTo: string | null;
}

export const nothing: Looked = { found: [], upTo: null };

/** Reads on until there is more than a page of what may be shown, nothing is left, or so much was read that another request goes on. */
export async function upToAPage(
  cursor: string | undefined,
  read: ReadBatch,
  keep: (customers: CustomerRecord[]) => Promise<CustomerRecord[]>,
  perPage: number,
): Promise<Looked> {
  const found: CustomerRecord[] = [];
  let after = cursor;
  for (let batches = 1; ; batches += 1) {
    const { customers, next } = await read(after);
    found.push(...(await keep(customers)));
    if (next === null || found.length > perPage || batches === batchesMax) return { found, upTo: next };
    after = next;
  }
}

export const byOrder = (a: Pick<CustomerRecord, "sortKey">, b: Pick<CustomerRecord, "sortKey">): number =>
  a.sortKey < b.sortKey ? -1 : 1;

export async function everybodys(after = ""): Promise<Batch> {
  const { customers, next } = await read({ sortKey: { $gt: after } });
  // Those that have become another are found as the other.
  return { customers: customers.filter(({ merged }) => !merged), next };
}

export const withOneOf =
  (keys: readonly string[]): ReadBatch =>
  (after) =>
    behind({ searchKeys: keys.length === 1 ? keys[0] : { $in: [...keys] } }, after);

export const withAddress =
  (addressKeys: string): ReadBatch =>
  (after) =>
    behind({ addressKeys }, after);

export const servedBy =
  (servedByIds: string): ReadBatch =>
  (after) =>
    behind({ servedByIds }, after);

const behind = (filter: Filter, after: string | undefined): Promise<Batch> =>
  read(after ? { ...filter, sortKey: { $gt: after } } : filter);

async function read(filter: Filter): Promise<Batch> {
  const customers = await CustomerModel.find(filter).sort({ sortKey: 1 }).limit(batchSize).lean<CustomerRecord[]>();
  return { customers, next: customers[batchSize - 1]?.sortKey ?? null };
}

/** What one of these people serves, each read in the order of the names: the index has them by person. */
export const servedByOneOf =
  (memberIds: readonly string[]): ReadBatch =>
  async (after) => {
    const byPerson = await Promise.all(
      memberIds.map((servedByIds) =>
        CustomerModel.find(after ? { servedByIds, sortKey: { $gt: after } } : { servedByIds }, { sortKey: 1 })
          .sort({ sortKey: 1 })
          .limit(batchSize)
          .lean<Pick<CustomerRecord, "_id" | "sortKey">[]>(),
      ),
    );
    // Behind the last one of whoever has more, not all are known.
    const [knownTo = null] = byPerson.flatMap((some) => some[batchSize - 1]?.sortKey ?? []).sort();
    const all = new Map(byPerson.flat().map((one) => [one._id, one]));
    const known = [...all.values()].filter(({ sortKey }) => knownTo === null || sortKey <= knownTo).sort(byOrder);
    const some = known.slice(0, batchSize);
    const customers = [...(await findStanding(some.map(({ _id }) => _id))).values()];
    return { customers, next: known.length > batchSize ? (some.at(-1)?.sortKey ?? null) : knownTo };
  };

/** Some customers that are known by their ids. */
export const ofIds =
  (customerIds: readonly string[]): ReadBatch =>
  async (after) => {
    const all = [...(await findStanding(customerIds)).values()].sort(byOrder);
    return { customers: all.filter(({ sortKey }) => after === undefined || sortKey > after), next: null };
  };
