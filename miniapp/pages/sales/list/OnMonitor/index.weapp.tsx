/** Phones have cards. */
export const OnMonitor = (_: { state: string }) => null;
