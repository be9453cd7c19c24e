import type { LoginStart } from "../types";

/** Leaves for WeCom's authorize page by way of our server, which comes back to `returnTo` with a session cookie. */
export function startLogin(returnTo: string | null): Promise<LoginStart> {
  const query = returnTo === null ? "" : `?returnTo=${encodeURIComponent(returnTo)}`;
  window.location.replace(`/api/v1/auth/oauth${query}`);
  return Promise.resolve({ kind: "left" });
}
