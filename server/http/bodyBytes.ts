import type { IncomingMessage } from "node:http";
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import { AppError } from "@shared/errors";

/** What a body of JSON may have, both as it is sent and unpacked. */
const jsonBytesMax = 256 * 1024;

// Each stops as soon as what it has unpacked passes the bound, and works outside this thread.
const unpackers = {
  gzip: promisify(gunzip),
  "x-gzip": promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

/**
 * The bytes of a body, unpacked.
 * @param withinMs in which all of it has to come
 * @throws AppError "body.tooLarge" as soon as that is known; "body.malformed" for what cannot be unpacked, is packed twice, or does not come
 */
export async function bodyBytes(request: IncomingMessage, withinMs: number): Promise<Buffer> {
  const bytesMax = jsonBytesMax;
  const encoding = (request.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  const unpack = encoding === "identity" ? null : unpackerOf(encoding);
  const declared = Number(request.headers["content-length"] ?? 0);
  if (declared > bytesMax) throw tooLarge(bytesMax);
  const sent = await sentBytes(request, bytesMax, withinMs);
  if (unpack === null || sent.length === 0) return sent;
  return unpack(sent, { maxOutputLength: bytesMax }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(bytesMax);
    throw new AppError("body.malformed", `the body is not ${encoding}`);
  });
}

function unpackerOf(encoding: string) {
  const known = Object.entries(unpackers).find(([name]) => name === encoding);
  if (!known) throw new AppError("body.malformed", "the body may be packed once, as gzip, deflate or br");
  return known[1];
}

/** Not by `for await`, which destroys the connection when it is left early, and with it the answer. */
function sentBytes(request: IncomingMessage, bytesMax: number, withinMs: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const limit = setTimeout(() => stop(() => reject(tooSlow())), withinMs);
    const stop = (settle: () => void) => {
      clearTimeout(limit);
      request.off("data", take).off("end", end).off("error", fail).off("close", fail);
      settle();
    };
    const take = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= bytesMax) return void chunks.push(chunk);
      request.pause();
      stop(() => reject(tooLarge(bytesMax)));
    };
    const end = () => stop(() => resolve(Buffer.concat(chunks, bytes)));
    const fail = () => stop(() => reject(new AppError("body.malformed", "the body broke off")));
    request.on("data", take).on("end", end).on("error", fail).on("close", fail);
  });
}

export const tooSlow = () => new AppError("body.malformed", "the body came too slowly");
export const tooLarge = (bytesMax: number) => new AppError("body.tooLarge", `at most ${bytesMax / 1024} KB`);
