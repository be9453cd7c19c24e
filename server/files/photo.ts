import sharp from "sharp";
import { AppError } from "@shared/errors";
import type { FileType } from "./fileModel";

// A server that keeps decoded pictures of everybody runs out of memory; one photo at a time takes one core, not all.
sharp.cache(false);
sharp.concurrency(1);

const sideMaxPx = 1600;
/** More than any phone's camera takes; a small file can say that it is larger than that. A JPEG is made smaller while it is read. */
const pixelsMax = { jpeg: 120_000_000, png: 16_000_000, webp: 16_000_000 };

/** A PNG up to that stays one: it is drawn, such as a signature. A photo as a PNG is larger. */
const drawingBytesMax = 200 * 1024;

/** A picture as it is kept. */
export interface Redrawn {
  bytes: Buffer;
  type: FileType;
}

let working: Promise<unknown> = Promise.resolve();

/**
 * A photo as it is kept: upright, at most 1600 pixels on its longer side, and without what cameras write into it, such as where it was
 * taken. It is drawn anew from its pixels, so that nothing else that the file held comes along. One at a time in this process: each
 * takes up to some hundred megabytes.
 * @throws AppError "file.unreadable" for what is no picture of one of the types that are taken
 */
export function redrawn(bytes: Buffer): Promise<Redrawn> {
  const mine = working.then(() => redraw(bytes));
  working = mine.catch(() => undefined);
  return mine;
}

async function redraw(bytes: Buffer): Promise<Redrawn> {
  // Before any reader of another format looks at it.
  const format = formatOf(bytes);
  if (!format) throw new AppError("file.unreadable", "no photo of a type that is taken");
  const options = { limitInputPixels: pixelsMax[format], failOn: "error", animated: false } as const;
  try {
    const { isProgressive } = await sharp(bytes, options).metadata();
    // Cameras write none, and the whole of it has to be held at once.
    if (format === "png" && isProgressive === true) throw new Error("an interlaced PNG is not taken");
    const picture = sharp(bytes, options)
      .rotate()
      .resize({ width: sideMaxPx, height: sideMaxPx, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" });
    if (format === "png" && bytes.length <= drawingBytesMax)
      return { bytes: await picture.png().toBuffer(), type: "image/png" };
    return { bytes: await picture.jpeg({ quality: 80, mozjpeg: true }).toBuffer(), type: "image/jpeg" };
  } catch (error) {
    throw new AppError("file.unreadable", `no photo: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** By its first bytes. */
function formatOf(bytes: Buffer): keyof typeof pixelsMax | null {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return "jpeg";
  if (bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]))) return "png";
  const isWebp = bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP";
  return isWebp ? "webp" : null;
}
