const batchSize = 200;

/** Hands what a cursor gives to `work`, some at a time, until it finds something. */
export async function inBatches<Item, Found>(
  cursor: AsyncIterable<Item>,
  work: (items: Item[]) => Promise<Found | null>,
): Promise<Found | null> {
  let batch: Item[] = [];
  for await (const item of cursor) {
    batch.push(item);
    if (batch.length < batchSize) continue;
    const found = await work(batch);
    if (found !== null) return found;
    batch = [];
  }
  return batch.length > 0 ? work(batch) : null;
}
