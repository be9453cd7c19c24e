/** How long a test is that could go on for ever: the usual length in `npm test`, the whole one in `npm run soak`. */
export const length = (usual: number, whole: number): number => (process.env.SOAK === "1" ? whole : usual);
