/** The mini-program is there once: nobody else writes to its storage, and nobody has to be waited for. */
export const onStoredElsewhere = (_told: (name: string | null) => void): void => {};
export const aloneOfTabs = (_name: string, run: () => Promise<void>): Promise<void> => run();
