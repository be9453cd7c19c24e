const waitMs = 10_000;
const pollMs = 100;
const shownCharacters = 500;

/** Throws with what was expected and what was there. */
export function expectEqual<T>(what: string, found: T, expected: T): void {
  const [left, right] = [JSON.stringify(found), JSON.stringify(expected)];
  if (left !== right) throw new Error(`${what} should be ${right}, and is ${left}`);
}

export function expectThat(claim: string, holds: boolean): void {
  if (!holds) throw new Error(`it is not so that ${claim}`);
}

/** The first one that fits, or what is missing. */
export function found<T>(what: string, items: readonly T[], fits: (item: T) => boolean): T {
  const item = items.find(fits);
  if (item === undefined)
    throw new Error(`there is no ${what} among ${JSON.stringify(items).slice(0, shownCharacters)}`);
  return item;
}

/** Looks again until `look` does not throw any more; after ten seconds its last reason stands. */
export async function eventually<T>(look: () => Promise<T>): Promise<T> {
  for (const startedMs = performance.now(); ;) {
    try {
      return await look();
    } catch (error) {
      if (performance.now() - startedMs > waitMs) throw error;
      await new Promise((resolve) => setTimeout(resolve, pollMs));
    }
  }
}
