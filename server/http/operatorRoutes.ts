import type Koa from "koa";
import { isIP } from "node:net";
import { register as globalRegistry, Registry } from "prom-client";

export interface OperatorParts {
  /** What this app measures; what its whole process measures (outbox, jobs, WeCom) is in the global one. */
  registry: Registry;
  /** What must be true before requests are sent here; each by its name. */
  checks: Record<string, () => Promise<boolean>>;
  withMetrics: boolean;
  /** What is shown beside the checks and keeps no request away: of those who are signed in nobody needs it. */
  around: () => Promise<Record<string, unknown>>;
}

/** What operators and their machines ask: is it alive, may it get requests, how is it doing. */
export function operatorRoutes(parts: OperatorParts): Koa.Middleware {
  const checked = sharedCheck(parts.checks);
  return async (ctx, next) => {
    const reads = ctx.method === "GET" || ctx.method === "HEAD";
    switch (reads ? ctx.path : null) {
      case "/healthz":
        ctx.body = { status: "ok" };
        return;
      case "/readyz": {
        const checks = await checked();
        const ready = Object.values(checks).every(Boolean);
        ctx.status = ready ? 200 : 503;
        ctx.body = { status: ready ? "ready" : "not ready", checks, ...(ready && (await parts.around())) };
        return;
      }
      case "/metrics":
        // Numbers about the company are not for the public: only who reaches this process directly, from inside.
        if (!parts.withMetrics || ctx.get("X-Forwarded-For") !== "" || !isPrivate(ctx.req.socket.remoteAddress)) {
          await next();
          return;
        }
        ctx.type = parts.registry.contentType;
        ctx.body = await Registry.merge([globalRegistry, parts.registry]).metrics();
        return;
      default:
        await next();
    }
  };
}

/** Anybody may ask whether it is ready: however many do at once, the database is asked once. */
function sharedCheck(checks: OperatorParts["checks"]): () => Promise<Record<string, boolean>> {
  let underway: Promise<Record<string, boolean>> | null = null;
  const ask = async () => {
    const entries = Object.entries(checks).map(async ([name, check]) => [name, await check()] as const);
    return Object.fromEntries(await Promise.all(entries));
  };
  return () =>
    (underway ??= ask().finally(() => {
      underway = null;
    }));
}

/** Whether an address is this machine's or of a private network. */
export function isPrivate(address: string | undefined): boolean {
  const plain = (address ?? "").replace(/^::ffff:/, "");
  if (isIP(plain) === 6) return plain === "::1" || /^f[cd]/i.test(plain);
  return /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(plain);
}

/** Whether an address is this machine's own. */
export function isLoopback(address: string | undefined): boolean {
  const plain = (address ?? "").replace(/^::ffff:/, "");
  return plain === "::1" || plain.startsWith("127.");
}
