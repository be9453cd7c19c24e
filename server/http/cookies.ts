import type { AppContext } from "./types";

interface CookieOptions {
  /** 0 removes it. */
  maxAgeS: number;
  /** Whether the product is reached by https; behind a proxy this process itself is not. */
  secure: boolean;
  path?: string;
}

/** Sets a cookie that scripts cannot read and that other sites' forms do not send along. */
export function setCookie(ctx: AppContext, name: string, value: string, options: CookieOptions): void {
  const parts = [
    `${name}=${value}`,
    `Path=${options.path ?? "/"}`,
    `Max-Age=${options.maxAgeS}`,
    "HttpOnly",
    "SameSite=Lax",
  ];
  if (options.secure) parts.push("Secure");
  ctx.append("Set-Cookie", parts.join("; "));
}
