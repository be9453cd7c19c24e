/** Phones have cards. */
export const OnMonitor = () => null;
