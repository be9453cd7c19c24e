import type Koa from "koa";
import type { Logger } from "../lib/logger";
import { addressGroup, clientAddress } from "./clientAddress";
import type { AppState } from "./types";

/** Finds out once for each request where it comes from: `ctx.state.address` is what limits count and logs name. */
export function callerAddress(proxies: number, logger: Logger): Koa.Middleware<AppState> {
  let warned = false;
  return async (ctx, next) => {
    const forwardedFor = ctx.get("X-Forwarded-For") || undefined;
    if (proxies === 0 && forwardedFor !== undefined && !warned) {
      warned = true;
      logger.warn(
        { setting: "TRUST_PROXY" },
        "X-Forwarded-For arrives though TRUST_PROXY is 0, so everybody behind that proxy counts as one address: " +
          "set TRUST_PROXY to the number of proxies in front, or let none send that header",
      );
    }
    ctx.state.address = addressGroup(clientAddress(ctx.req.socket.remoteAddress, forwardedFor, proxies));
    await next();
  };
}
