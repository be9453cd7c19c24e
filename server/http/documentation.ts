import type Koa from "koa";
import { createReadStream } from "node:fs";
import { openApiDocument } from "./openapi";

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Xiaoli API</title>
    <script type="module" src="/docs/rapidoc.js"></script>
  </head>
  <body>
    <rapi-doc spec-url="/openapi.json" load-fonts="false" render-style="read" show-header="false" allow-try="false"></rapi-doc>
  </body>
</html>
`;

/** `/openapi.json` everywhere, and outside production a page at `/docs` that shows it. */
export function documentation(options: Parameters<typeof openApiDocument>[0] & { withPage: boolean }): Koa.Middleware {
  let document: string | null = null;
  return async (ctx, next) => {
    const reads = ctx.method === "GET" || ctx.method === "HEAD";
    if (!reads) {
      await next();
    } else if (ctx.path === "/openapi.json") {
      ctx.type = "json";
      ctx.body = document ??= JSON.stringify(openApiDocument(options));
    } else if (options.withPage && ctx.path === "/docs") {
      ctx.type = "html";
      ctx.body = page;
    } else if (options.withPage && ctx.path === "/docs/rapidoc.js") {
      ctx.type = "text/javascript";
      // A development package, looked for only where it may be installed.
      ctx.body = createReadStream(require.resolve("rapidoc/dist/rapidoc-min.js"));
    } else {
      await next();
    }
  };
}
