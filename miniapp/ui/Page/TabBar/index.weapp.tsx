/** The mini-program has a native tab bar. */
export const TabBar = (_props: { present: number }) => null;
