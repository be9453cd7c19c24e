import type { ConnectedWifi } from "../types";

/** A browser does not say. */
export const connectedWifi = (): Promise<ConnectedWifi | null> => Promise.resolve(null);
