import { splitByWeights } from "../../money";
import { compare, decimal, type Exact } from "../numbers/number";

/** How many people each layer has, top first: largest remainder on whole persons, ties to the higher layer. */
export const layerSizes = (peopleCount: number, shares: readonly string[]): number[] =>
  splitByWeights(peopleCount, shares.map(decimal));

export interface LayerResult {
  memberId: string;
  /** null: none, as of somebody who has just come. */
  value: Exact | null;
}

/** The layer of whoever has no result. */
export const middleLayer = (shares: readonly string[]): number => Math.ceil(shares.length / 2);

/**
 * The layer of each of those who are compared, 1 for the top. Equal results are in one layer, the higher one; who has no result is in the
 * middle and takes a place there.
 */
export function layersOf(results: readonly LayerResult[], shares: readonly string[]): Map<string, number> {
  const middle = middleLayer(shares);
  const valued = results
    .filter((one): one is LayerResult & { value: Exact } => one.value !== null)
    .sort((a, b) => compare(b.value, a.value));
  const withoutCount = results.length - valued.length;
  const layers = new Map(results.map(({ memberId }) => [memberId, middle]));
  const ends: number[] = [];
  layerSizes(results.length, shares).forEach((size, at) => {
    const left = at + 1 === middle ? Math.max(0, size - withoutCount) : size;
    ends.push((ends[at - 1] ?? 0) + left);
  });
  let before: { value: Exact; layer: number } | null = null;
  valued.forEach(({ memberId, value }, place) => {
    const reached = ends.findIndex((end) => place < end) + 1;
    const layer: number =
      before !== null && compare(before.value, value) === 0 ? before.layer : reached || shares.length;
    layers.set(memberId, layer);
    before = { value, layer };
  });
  return layers;
}
