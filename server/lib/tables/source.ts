import { open } from "node:fs/promises";

/** The bytes of a file, wherever they are: read from the front, or at any place, as often as wanted. */
export interface TableSource {
  size: number;
  /** From a place on, to the end or for some bytes, in pieces. */
  stream(from?: number, length?: number): AsyncIterable<Buffer>;
  read(from: number, length: number): Promise<Buffer>;
}

const pieceBytes = 64 * 1024;

/** A file on disk. It is opened anew for every pass, so that nothing is left open. */
export async function fileSource(path: string): Promise<TableSource> {
  const handle = await open(path, "r");
  const { size } = await handle.stat();
  await handle.close();
  const source: TableSource = {
    size,
    async *stream(from = 0, length = size - from) {
      const reading = await open(path, "r");
      try {
        for (let at = from; at < from + length; at += pieceBytes) {
          const wanted = Math.min(pieceBytes, from + length - at);
          const { bytesRead, buffer } = await reading.read(Buffer.alloc(wanted), 0, wanted, at);
          if (bytesRead === 0) return;
          yield buffer.subarray(0, bytesRead);
        }
      } finally {
        await reading.close();
      }
    },
    async read(from, length) {
      const pieces: Buffer[] = [];
      for await (const piece of source.stream(from, Math.max(0, Math.min(length, size - from)))) pieces.push(piece);
      return Buffer.concat(pieces);
    },
  };
  return source;
}

/** Bytes that are in memory already. */
export function bufferSource(bytes: Buffer): TableSource {
  return {
    size: bytes.length,
    // A stream like any other, though it waits for nothing.
    // eslint-disable-next-line @typescript-eslint/require-await -- the interface is that of a file on disk
    async *stream(from = 0, length = bytes.length - from) {
      for (let at = from; at < from + length; at += pieceBytes) {
        yield bytes.subarray(at, Math.min(at + pieceBytes, from + length));
      }
    },
    read: (from, length) => Promise.resolve(bytes.subarray(from, from + length)),
  };
}
