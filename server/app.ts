import Koa from "koa";
import compress from "koa-compress";
import { Registry } from "prom-client";
import { version } from "../package.json";
import type { Deps } from "./deps";
import { findApiKey } from "./features/apiKeys";
import { sessionFinders } from "./features/auth";
import { anonymousPages } from "./http/anonymousPages";
import { jsonBody } from "./http/body";
import { callerAddress } from "./http/callerAddress";
import { documentation } from "./http/documentation";
import { errorHandler } from "./http/errorHandler";
import { h5Page } from "./http/h5";
import { closeUnreadBody } from "./http/closeUnread";
import { requestMetrics } from "./http/metrics";
import { operatorRoutes } from "./http/operatorRoutes";
import { rateLimits } from "./http/rateLimit";
import { requestId } from "./http/requestId";
import { requestLog } from "./http/requestLog";
import { nothingHere, operationRoutes } from "./http/router";
import { securityHeaders } from "./http/securityHeaders";
import { serverNow } from "./http/serverNow";
import type { AppState } from "./http/types";
import { readyAround, readyChecks } from "./readyChecks";
import { handlersOf } from "./routes";

/** The whole HTTP side as a Koa app that opens no port, so that tests can build as many as they like. */
export function createApp(deps: Deps, { registry = new Registry() } = {}): Koa<AppState> {
  const { settings } = deps;
  const app = new Koa<AppState>();
  // Only what breaks after the answer has begun arrives here: the phone went away, or a stream failed.
  app.on("error", (error: unknown) => deps.logger.debug({ error }, "an answer was broken off"));

  const limits = rateLimits({
    actor: settings.RATE_MEMBER_PER_MINUTE,
    address: settings.RATE_ADDRESS_PER_MINUTE,
    pages: settings.RATE_PAGES_PER_MINUTE,
  });
  const router = operationRoutes({
    handlers: handlersOf(deps),
    callers: { ...sessionFinders(deps), findApiKey: findApiKey(deps) },
    limits,
    publicUrl: settings.PUBLIC_URL,
    demo: settings.DEMO,
  });
  const api = { publicUrl: settings.PUBLIC_URL, demo: settings.DEMO, version };

  app.use(closeUnreadBody);
  app.use(requestId);
  app.use(callerAddress(settings.TRUST_PROXY, deps.logger));
  app.use(serverNow(deps.clock));
  app.use(requestMetrics(registry));
  app.use(requestLog(deps.logger, deps.realNow));
  app.use(securityHeaders({ https: settings.PUBLIC_URL.startsWith("https:"), subdomains: settings.HSTS_SUBDOMAINS }));
  app.use(compress({ threshold: 1024 }));
  app.use(errorHandler(deps.logger));
  app.use(anonymousPages(limits));
  app.use(
    operatorRoutes({
      registry,
      checks: readyChecks(deps),
      withMetrics: settings.SHOW_METRICS,
      around: () => readyAround(deps),
    }),
  );
  app.use(documentation({ ...api, withDocument: settings.SHOW_OPENAPI, withPage: settings.SHOW_DOCS }));
  app.use(jsonBody(settings.HTTP_REQUEST_TIMEOUT_S * 1000));
  app.use(router.routes());
  app.use(h5Page(settings.H5_DIR, { withWorker: settings.OFFLINE_PAGES }));
  app.use(nothingHere);
  return app;
}
