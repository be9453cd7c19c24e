import type { IncomingMessage } from "node:http";
import { Readable, pipeline } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { AppError } from "@shared/errors";
import { tooLarge, tooSlow } from "./bodyBytes";

const unpackers = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** What a sender has at first, and earns with every byte: a poor network is borne, and nobody holds a place here for nothing. */
const paceOf = { graceMs: 60_000, bytesPerS: 32 * 1024 };

/**
 * The bytes of a file that is being sent, unpacked, as they come. Leaving it early leaves the connection to be answered on.
 * @param bytesMax both as it is sent and unpacked
 * @throws AppError "body.tooLarge" as soon as that is known; "body.malformed" where it breaks off, comes too slowly, is empty, or cannot be
 *   unpacked
 */
export async function* bodyChunks(
  request: IncomingMessage,
  bytesMax: number,
  pace: Pace = paceOf,
): AsyncGenerator<Buffer> {
  const encoding = (request.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  const unpack = Object.entries(unpackers).find(([name]) => name === encoding)?.[1];
  if (!unpack && encoding !== "identity")
    throw new AppError("body.malformed", "the body may be packed once, as gzip, deflate or br");
  if (Number(request.headers["content-length"] ?? 0) > bytesMax) throw tooLarge(bytesMax);
  const sent = sentChunks(request, bytesMax, pace);
  let bytes = 0;
  for await (const chunk of unpack ? unpacked(sent, unpack(), encoding) : sent) {
    bytes += chunk.length;
    if (bytes > bytesMax) throw tooLarge(bytesMax);
    yield chunk;
  }
  if (bytes === 0) throw new AppError("body.malformed", "there is no file in the body");
}

interface Pace {
  graceMs: number;
  bytesPerS: number;
}

async function* sentChunks(
  request: IncomingMessage,
  bytesMax: number,
  { graceMs, bytesPerS }: Pace,
): AsyncGenerator<Buffer> {
  const startedMs = performance.now();
  // Else a reader who leaves destroys the connection, and with it the answer.
  const chunks = request.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer, undefined>;
  let bytes = 0;
  let isWaiting = false;
  try {
    for (;;) {
      const leftMs = startedMs + graceMs + (bytes / bytesPerS) * 1000 - performance.now();
      isWaiting = true;
      const next = await within(leftMs, chunks.next());
      isWaiting = false;
      if (next.done) return;
      bytes += next.value.length;
      if (bytes > bytesMax) throw tooLarge(bytesMax);
      yield next.value;
    }
  } catch (error) {
    throw error instanceof AppError ? error : new AppError("body.malformed", "the body broke off");
  } finally {
    const left = chunks.return?.();
    // One that waits for what does not come would be waited for as long.
    if (isWaiting) left?.catch(() => undefined);
    else await left;
  }
}

async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let limit: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    limit = setTimeout(() => reject(tooSlow()), Math.max(0, ms));
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(limit);
  }
}

async function* unpacked(
  sent: AsyncIterable<Buffer>,
  unpacker: ReturnType<(typeof unpackers)[keyof typeof unpackers]>,
  encoding: string,
): AsyncGenerator<Buffer> {
  // What fails on either side is heard by whoever reads.
  pipeline(Readable.from(sent), unpacker, () => undefined);
  try {
    for await (const chunk of unpacker) yield chunk as Buffer;
  } catch (error) {
    throw error instanceof AppError ? error : new AppError("body.malformed", `the body is not ${encoding}`);
  }
}
