import { ApiError } from "./apiError";

/** Only what a second try can change is tried again: no connection, somebody in between, a busy or broken server. */
export const mayRetry = (error: unknown): boolean =>
  error instanceof ApiError &&
  ["network", "foreign", "server.failed", "server.unavailable", "conflict.busy"].includes(error.code);
