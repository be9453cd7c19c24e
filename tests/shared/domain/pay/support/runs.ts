/**
 * How often a property is tried: as said, or PROPERTY_RUNS in its place where somebody wants to be quick (mutants) or thorough.
 */
export const times = (usual: number): { numRuns: number } => ({ numRuns: Number(process.env.PROPERTY_RUNS ?? usual) });

export const runs = times(2_000);
