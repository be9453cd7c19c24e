import { createInflateRaw } from "node:zlib";
import { TableRefused, tableLimits } from "./refused";
import type { TableSource } from "./source";

/** One file in an archive, by what its central directory says. */
export interface ZipEntry {
  name: string;
  packedBytes: number;
  bytes: number;
  offset: number;
  isDeflated: boolean;
}

const entriesMax = 5_000;
const directoryEnd = 0x06054b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;

/**
 * What an archive holds, by its central directory alone: one that unpacks to too much, states what cannot be, or is protected is refused
 * before a byte of it is unpacked.
 */
export async function zipEntries(source: TableSource): Promise<Map<string, ZipEntry>> {
  const tailBytes = Math.min(source.size, 65_557);
  const tail = await source.read(source.size - tailBytes, tailBytes);
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== directoryEnd) end -= 1;
  if (end < 0) throw new TableRefused("damaged");
  const [count, size, offset] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  // More than 65,535 files or 4 GB.
  if (count === 0xffff || size === 0xffffffff || offset === 0xffffffff)
    throw new TableRefused("unpacksTooLarge", limit);
  if (count > entriesMax || offset + size > source.size) throw new TableRefused("damaged");
  const directory = await source.read(offset, size);
  const entries = new Map<string, ZipEntry>();
  let unpacked = 0;
  let packed = 0;
  for (let at = 0, n = 0; n < count; n += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== directoryEntry) throw new TableRefused("damaged");
    const [flags, method] = [directory.readUInt16LE(at + 8), directory.readUInt16LE(at + 10)];
    const [packedBytes, bytes] = [directory.readUInt32LE(at + 20), directory.readUInt32LE(at + 24)];
    const [nameBytes, more] = [directory.readUInt16LE(at + 28), directory.readUInt16LE(at + 30)];
    const note = directory.readUInt16LE(at + 32);
    if (flags & 1) throw new TableRefused("protected");
    if (method !== 0 && method !== 8) throw new TableRefused("damaged");
    unpacked += bytes;
    packed += packedBytes;
    const name = directory.toString("utf8", at + 46, at + 46 + nameBytes).replace(/^\//, "");
    entries.set(name, { name, packedBytes, bytes, offset: directory.readUInt32LE(at + 42), isDeflated: method === 8 });
    at += 46 + nameBytes + more + note;
  }
  // Files that lie over each other in the archive make much of little.
  if (unpacked > tableLimits.unpackedBytes || packed > source.size) throw new TableRefused("unpacksTooLarge", limit);
  return entries;
}

const limit = { max: tableLimits.unpackedBytes / 1024 / 1024 };

/** The bytes of one file of the archive, in pieces; never more than it says that it has. */
export async function* unzipped(source: TableSource, entry: ZipEntry): AsyncIterable<Buffer> {
  const local = await source.read(entry.offset, 30);
  if (local.length < 30 || local.readUInt32LE(0) !== localEntry) throw new TableRefused("damaged");
  const from = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  const packed = source.stream(from, Math.min(entry.packedBytes, source.size - from));
  let left = entry.bytes;
  for await (const piece of entry.isDeflated ? inflated(packed) : packed) {
    left -= piece.length;
    if (left < 0) throw new TableRefused("damaged");
    yield piece;
  }
  if (left > 0) throw new TableRefused("damaged");
}

async function* inflated(packed: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const inflate = createInflateRaw();
  const feeding = (async () => {
    for await (const piece of packed) {
      if (inflate.destroyed) return;
      if (!inflate.write(piece)) await new Promise((resolve) => inflate.once("drain", resolve).once("close", resolve));
    }
    inflate.end();
  })();
  feeding.catch((error: unknown) => inflate.destroy(error instanceof Error ? error : new Error(String(error))));
  try {
    for await (const piece of inflate) yield piece as Buffer;
  } catch (error) {
    throw error instanceof TableRefused ? error : new TableRefused("damaged");
  } finally {
    inflate.destroy();
  }
}
