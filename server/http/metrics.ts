import type Koa from "koa";
import { Histogram, type Registry } from "prom-client";
import type { AppState } from "./types";

/** Measures every request by its operation, so that no path parameter becomes a label. */
export function requestMetrics(registry: Registry): Koa.Middleware<AppState> {
  const duration = new Histogram({
    name: "http_request_duration_seconds",
    help: "Requests by operation and status",
    labelNames: ["operation", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  return async (ctx, next) => {
    const end = duration.startTimer();
    try {
      await next();
    } finally {
      end({ operation: ctx.state.operationId ?? "other", status: String(ctx.status) });
    }
  };
}
