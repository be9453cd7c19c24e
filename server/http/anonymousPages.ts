import type Koa from "koa";
import type { RateLimits } from "./rateLimit";
import type { AppState } from "./types";

/** Counts what is answered to anybody: pages and files, what operators ask, addresses that lead nowhere. Operations count themselves. */
export function anonymousPages(limits: Pick<RateLimits, "pages">): Koa.Middleware<AppState> {
  return async (ctx, next) => {
    if (!ctx.path.startsWith("/api/")) await limits.pages(ctx.state.address);
    await next();
  };
}
