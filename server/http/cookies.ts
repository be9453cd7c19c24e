import type { AppContext } from "./types";

interface CookieOptions {
  /** 0 removes it. */
  maxAgeS: number;
  /** Whether the product is reached by https; behind a proxy this process itself is not. */
  secure: boolean;
}

/**
 * A cookie's name where people come by https. Browsers take one that begins like that only from this very host by https, so no
 * neighbour under the same domain can put another person's session in its place.
 */
export const cookieName = (name: string, secure: boolean): string => (secure ? `__Host-${name}` : name);

export const readCookie = (ctx: AppContext, name: string, secure: boolean): string | undefined =>
  ctx.cookies.get(cookieName(name, secure));

/** Sets a cookie that scripts cannot read and that other sites' forms do not send along. */
export function setCookie(ctx: AppContext, name: string, value: string, { maxAgeS, secure }: CookieOptions): void {
  const parts = [`${cookieName(name, secure)}=${value}`, "Path=/", `Max-Age=${maxAgeS}`, "HttpOnly", "SameSite=Lax"];
  if (secure) parts.push("Secure");
  ctx.append("Set-Cookie", parts.join("; "));
}

/** Takes away a cookie under its name of before `__Host-`. */
export function dropOldCookie(ctx: AppContext, name: string): void {
  ctx.append("Set-Cookie", `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure`);
}
