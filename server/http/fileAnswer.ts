import type Koa from "koa";

/** What a handler answers with in place of JSON: a file of one of the types that its contract names. */
export class FileAnswer {
  constructor(
    readonly type: string,
    readonly bytes: Buffer,
  ) {}
}

/**
 * Sends a file, or the part of it that is asked for: players ask for sound in parts, and some play nothing that does not come so.
 * A part that there is not is answered with the whole.
 */
export function sendFile(
  ctx: Pick<Koa.Context, "get" | "set" | "status" | "type" | "body">,
  { type, bytes }: FileAnswer,
): void {
  ctx.type = type;
  ctx.set("Accept-Ranges", "bytes");
  const [, first, last] = /^bytes=(\d{1,12})-(\d{0,12})$/.exec(ctx.get("Range")) ?? [];
  const from = Number(first);
  const to = last === "" || last === undefined ? bytes.length - 1 : Math.min(Number(last), bytes.length - 1);
  if (first === undefined || from > to) {
    ctx.body = bytes;
    return;
  }
  ctx.status = 206;
  ctx.set("Content-Range", `bytes ${from}-${to}/${bytes.length}`);
  ctx.body = bytes.subarray(from, to + 1);
}
