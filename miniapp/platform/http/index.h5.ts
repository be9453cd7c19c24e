import type { AxiosAdapter } from "axios";

/** The page asks the server that it came from. */
export const serverUrl = "";

/** axios knows browsers by itself. */
export const adapter: AxiosAdapter | undefined = undefined;
