/** Phones are not. */
export const useIsMonitor = (): boolean => false;
