import type Koa from "koa";
import { newId } from "../lib/ids";
import { withRequestId } from "../lib/requestContext";
import type { AppState } from "./types";

/** A proxy's own id is written down when it is plain; anything else from outside never reaches a log line. */
const plainId = /^[A-Za-z0-9._-]{8,64}$/;

/**
 * Names the request, so that a person can quote it and every log line, event and notice that follows carries it. The name is
 * always our own, since audit entries are keyed by it; what a proxy calls the request stands beside it in the log.
 */
export const requestId: Koa.Middleware<AppState> = async (ctx, next) => {
  const given = ctx.get("X-Request-Id");
  ctx.state.requestId = newId();
  ctx.set("X-Request-Id", ctx.state.requestId);
  await withRequestId(ctx.state.requestId, next, plainId.test(given) ? given : undefined);
};
