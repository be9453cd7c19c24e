import { length } from "../../../../support/length";

/**
 * How often a property is tried: as said, or PROPERTY_RUNS in its place where somebody wants to be quick (mutants) or thorough.
 */
export const times = (usual: number, whole = usual): { numRuns: number } => ({
  numRuns: Number(process.env.PROPERTY_RUNS ?? length(usual, whole)),
});

export const runs = times(400, 2_000);
