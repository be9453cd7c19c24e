import { splitByWeights } from "../../money";
import { decimal } from "../numbers/number";

/** How many people each layer has, top first: largest remainder on whole persons, ties to the higher layer. */
export const layerSizes = (peopleCount: number, shares: readonly string[]): number[] =>
  splitByWeights(peopleCount, shares.map(decimal));
