import type Koa from "koa";
import { actorKeyOf } from "@shared/domain/actor";
import type { Logger } from "../lib/logger";
import type { AppState } from "./types";

/** One line for each call of an operation: which, by whom, how it ended and how long it took. No path, no body. */
export function requestLog(logger: Logger, realNow: () => Date): Koa.Middleware<AppState> {
  return async (ctx, next) => {
    const beganMs = realNow().getTime();
    try {
      await next();
    } finally {
      const { operationId: operation, session } = ctx.state;
      if (operation !== undefined) {
        const ms = realNow().getTime() - beganMs;
        logger.info(
          { operation, actor: session ? actorKeyOf(session.actor) : undefined, status: ctx.status, ms },
          "answered",
        );
      }
    }
  };
}
