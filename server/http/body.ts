import { bodyParser } from "@koa/bodyparser";
import type Koa from "koa";
import { AppError } from "@shared/errors";

/** Reads JSON bodies up to 256 KB; everything else is refused before any of it is looked at. */
export function jsonBody(): Koa.Middleware {
  const parser = bodyParser({
    enableTypes: ["json"],
    jsonLimit: "256kb",
    onError: (error) => {
      if ("status" in error && error.status === 413) throw new AppError("body.tooLarge", "at most 256 KB");
      throw new AppError("body.malformed", "the body is not JSON");
    },
  });
  return async (ctx, next) => {
    // null: there is no body.
    if (ctx.request.length !== 0 && ctx.is("json", "+json") === false) {
      throw new AppError("body.malformed", "the body must be sent as application/json");
    }
    await parser(ctx, next);
  };
}
