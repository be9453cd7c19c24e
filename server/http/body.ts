import type Koa from "koa";
import { AppError } from "@shared/errors";
import { bodyBytes } from "./bodyBytes";
import { isForFile } from "./content";
import { readJson } from "./readJson";

declare module "koa" {
  interface Request {
    /** The parsed body; undefined where there is none. */
    body?: unknown;
  }
}

/**
 * Reads JSON bodies up to 256 KB; everything else is refused before any of it is looked at.
 * @param withinMs in which a body has to come
 */
export const jsonBody =
  (withinMs: number): Koa.Middleware =>
  async (ctx, next) => {
    const { headers } = ctx.req;
    const hasBody = headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
    if (hasBody && !isForFile(ctx.method, ctx.path)) {
      refuseUnlessJson(headers["content-type"] ?? "");
      ctx.request.body = readJson(await bodyBytes(ctx.req, withinMs));
    }
    await next();
  };

/** JSON between systems is UTF-8 (RFC 8259): another charset would be read as something else than was meant. */
function refuseUnlessJson(contentType: string): void {
  const [type = "", ...parameters] = contentType.split(";").map((part) => part.trim().toLowerCase());
  if (!/^application\/([a-z0-9.-]+\+)?json$/.test(type)) {
    throw new AppError("body.malformed", "the body must be sent as application/json");
  }
  const charset = parameters.find((parameter) => parameter.startsWith("charset="));
  if (charset !== undefined && !/^charset="?utf-?8"?$/.test(charset)) {
    throw new AppError("body.malformed", "the body must be UTF-8");
  }
}
