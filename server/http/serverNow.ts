import type Koa from "koa";
import type { Clock } from "../lib/clock";

/** Every answer says what time it is here: pages take their time from it, never from the phone alone. */
export function serverNow(clock: Clock): Koa.Middleware {
  return async (ctx, next) => {
    try {
      await next();
    } finally {
      ctx.set("X-Server-Now", clock.now().toISOString());
    }
  };
}
