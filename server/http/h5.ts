import type Koa from "koa";
import { existsSync } from "node:fs";
import path from "node:path";
import serve from "koa-static";

/** Takes the place of a worker that a browser has, and then leaves with all that it kept. */
const leavingWorker = `self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(leave()));
async function leave() {
  for (const name of await caches.keys()) await caches.delete(name);
  await self.registration.unregister();
}
`;

/**
 * The built H5 page. Its router works behind the `#`, so every other address that a person opens leads to the one
 * page; files with a hash in their name are kept by the browser for good.
 * @param withWorker whether the build's worker.js (config/offlineWorker.js) may keep the pages for times without a network; else, and
 *   where the build has none, browsers that have one are rid of it
 */
export function h5Page(folder: string, { withWorker }: { withWorker: boolean }): Koa.Middleware {
  const root = path.resolve(folder);
  const files = serve(root, {
    index: "index.html",
    setHeaders: (response, file) => {
      const hashed = /[.-][0-9a-f]{8,20}\.\w+(\.br)?$/.test(file);
      response.setHeader("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  return async (ctx, next) => {
    const reads = ctx.method === "GET" || ctx.method === "HEAD";
    const isPage = path.extname(ctx.path) === "" && Boolean(ctx.accepts("html"));
    if (ctx.path.startsWith("/api/") || !reads) {
      await next();
      return;
    }
    const isWorker = ctx.path === "/worker.js";
    if (isWorker && !(withWorker && existsSync(path.join(root, "worker.js")))) {
      ctx.type = "text/javascript; charset=utf-8";
      ctx.set("Cache-Control", "no-cache");
      ctx.body = leavingWorker;
      return;
    }
    await files(ctx, async () => {
      if (!isPage) {
        await next();
      } else if (ctx.path !== "/") {
        ctx.redirect("/");
      } else {
        ctx.status = 404;
        ctx.type = "text/plain; charset=utf-8";
        ctx.body = existsSync(root) ? "The H5 build has no index.html." : "The H5 page has not been built yet.";
      }
    });
  };
}
