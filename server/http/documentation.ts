import type Koa from "koa";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
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

type DocumentationOptions = Parameters<typeof openApiDocument>[0] & {
  withDocument: boolean;
  withPage: boolean;
};

/** `/openapi.json`, and a page at `/docs` that shows it: each where its setting says so. */
export function documentation(options: DocumentationOptions): Koa.Middleware {
  const files: Record<string, () => Promise<KeptFile>> = {
    ...(options.withDocument && {
      "/openapi.json": once(() => kept("application/json", JSON.stringify(openApiDocument(options)))),
    }),
    ...(options.withPage && {
      "/docs": once(() => kept("text/html; charset=utf-8", page)),
      // A development package, looked for only where it may be installed.
      "/docs/rapidoc.js": once(() =>
        kept("text/javascript; charset=utf-8", readFileSync(require.resolve("rapidoc/dist/rapidoc-min.js"), "utf8")),
      ),
    }),
  };
  return async (ctx, next) => {
    const reads = ctx.method === "GET" || ctx.method === "HEAD";
    const file = reads && Object.hasOwn(files, ctx.path) ? files[ctx.path] : undefined;
    if (file) send(ctx, await file());
    else await next();
  };
}

/** Made once, packed once for each way of packing: answering it again is handing out the same bytes. */
interface KeptFile {
  type: string;
  etag: string;
  bytes: Record<"br" | "gzip" | "identity", Buffer>;
}

/** Outside this thread, and not at the highest quality, which takes seconds for the page's script. */
const packed = {
  gzip: promisify(gzip),
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
};

async function kept(type: string, text: string): Promise<KeptFile> {
  const identity = Buffer.from(text, "utf8");
  const etag = `"${createHash("sha256").update(identity).digest("base64url").slice(0, 22)}"`;
  const [zipped, br] = await Promise.all([packed.gzip(identity), packed.br(identity)]);
  return { type, etag, bytes: { identity, gzip: zipped, br } };
}

/** However many ask at once, it is made once. */
function once(make: () => Promise<KeptFile>): () => Promise<KeptFile> {
  let made: Promise<KeptFile> | null = null;
  return () => (made ??= make());
}

function send(ctx: Koa.Context, { type, etag, bytes }: KeptFile): void {
  const accepted = ctx.acceptsEncodings("br", "gzip", "identity");
  const encoding = accepted === "br" || accepted === "gzip" ? accepted : "identity";
  ctx.vary("Accept-Encoding");
  ctx.set("Cache-Control", "no-cache");
  // One for each way of packing, as bytes that differ must have tags that differ.
  ctx.etag = encoding === "identity" ? etag : etag.replace(/"$/, `-${encoding}"`);
  ctx.status = 200;
  if (ctx.fresh) {
    ctx.status = 304;
    return;
  }
  ctx.type = type;
  if (encoding !== "identity") ctx.set("Content-Encoding", encoding);
  // Already packed: the general packing leaves it alone.
  ctx.compress = false;
  ctx.body = bytes[encoding];
}
