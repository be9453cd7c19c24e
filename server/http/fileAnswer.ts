import type { Readable } from "node:stream";
import type Koa from "koa";

/** What a handler answers with in place of JSON: a file of one of the types that its contract names. */
export class FileAnswer {
  constructor(
    readonly type: string,
    /** What is streamed is opened when it is sent, and may be of any size. */
    readonly content: Buffer | (() => Readable),
    /** It is to be taken away by this name, and not to be looked at in place. */
    readonly name: string | null = null,
  ) {}
}

/**
 * Sends a file, or the part of it that is asked for: players ask for sound in parts, and some play nothing that does not come so.
 * A part that there is not is answered with the whole. What is streamed comes whole.
 */
export function sendFile(
  ctx: Pick<Koa.Context, "get" | "set" | "status" | "type" | "body">,
  { type, content, name }: FileAnswer,
): void {
  // Text is UTF-8 here; Koa would add the same by itself, but for what it does not know as text.
  ctx.type = type;
  if (name !== null) ctx.set("Content-Disposition", attachmentOf(name));
  if (typeof content === "function") {
    ctx.body = content();
    return;
  }
  ctx.set("Accept-Ranges", "bytes");
  const [, first, last] = /^bytes=(\d{1,12})-(\d{0,12})$/.exec(ctx.get("Range")) ?? [];
  const from = Number(first);
  const to = last === "" || last === undefined ? content.length - 1 : Math.min(Number(last), content.length - 1);
  if (first === undefined || from > to) {
    ctx.body = content;
    return;
  }
  ctx.status = 206;
  ctx.set("Content-Range", `bytes ${from}-${to}/${content.length}`);
  ctx.body = content.subarray(from, to + 1);
}

/** A name of any script as RFC 6266 and 8187 have it, with a plain one for who reads only that. */
function attachmentOf(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9._-]/g, "_");
  // Beside what encodeURIComponent leaves, RFC 8187 forbids these.
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
