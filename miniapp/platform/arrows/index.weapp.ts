/** Phones have no arrow keys. */
export const goByArrows =
  (_id: string): (() => void) =>
  () =>
    undefined;
