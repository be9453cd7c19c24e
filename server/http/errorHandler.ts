import type Koa from "koa";
import { AppError } from "@shared/errors";
import type { Logger } from "../lib/logger";
import { type Problem, problemOf, statusOf } from "./problem";
import { logRefusal } from "./refusalLog";
import type { AppContext, AppState } from "./types";

/** Turns what is thrown into problem details. What nobody foresaw is logged in full and answered without a word of it. */
export function errorHandler(logger: Logger): Koa.Middleware<AppState> {
  return async (ctx, next) => {
    try {
      await next();
    } catch (thrown) {
      const problem = problemOfThrown(logger, ctx, thrown);
      ctx.status = problem.status;
      ctx.body = problem;
      ctx.type = "application/problem+json";
      ctx.set("Cache-Control", "no-store");
      if (problem.code === "rate.limited")
        ctx.set("Retry-After", typeof problem.retryAfterS === "number" ? String(problem.retryAfterS) : "1");
      if (problem.status === 503) ctx.set("Retry-After", "2");
    }
  };
}

/** What is thrown as the caller reads it, with its line in the log. */
export function problemOfThrown(logger: Logger, ctx: AppContext, thrown: unknown): Problem {
  const error = asAppError(thrown);
  const hidden = statusOf[error.code] >= 500;
  if (hidden) logger.error({ error: thrown, code: error.code, operation: ctx.state.operationId }, "request failed");
  else logRefusal(logger, ctx, error, thrown);
  return problemOf(error.code, {
    detail: hidden ? "The cause is in the server's log under this request id." : error.message,
    requestId: ctx.state.requestId,
    details: hidden ? {} : error.details,
  });
}

function asAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (isRefusedByLibrary(thrown))
    return new AppError("input.invalid", "the address cannot be read", {}, { cause: thrown });
  return new AppError(
    isDatabaseAway(thrown) ? "server.unavailable" : "server.failed",
    "unforeseen",
    {},
    { cause: thrown },
  );
}

/** Koa's own parts refuse an address that leads out of a folder or cannot be decoded with such an error. */
function isRefusedByLibrary(thrown: unknown): boolean {
  if (!(thrown instanceof Error) || !("status" in thrown)) return false;
  return typeof thrown.status === "number" && thrown.status >= 400 && thrown.status < 500;
}

/** The driver could not reach the database at all; the same request may work in a moment. */
function isDatabaseAway(thrown: unknown): boolean {
  const name = thrown instanceof Error ? thrown.name : "";
  const away = ["MongoServerSelectionError", "MongoNetworkError", "MongoNetworkTimeoutError", "MongoNotConnectedError"];
  return [...away, "MongoPoolClearedError", "MongooseServerSelectionError"].includes(name);
}
