import sharp from "sharp";
import { AppError } from "@shared/errors";

// A server that keeps decoded pictures of everybody runs out of memory; one photo at a time takes one core, not all.
sharp.cache(false);
sharp.concurrency(1);

const sideMaxPx = 1600;
/** More than any phone's camera takes; a small file can say that it is larger than that. */
const pixelsMax = 60_000_000;

/**
 * A photo as it is kept: upright, at most 1600 pixels on its longer side, and without what cameras write into it, such as where it was
 * taken. It is drawn anew from its pixels, so that nothing else that the file held comes along.
 * @throws AppError "file.unreadable" for what is no picture of one of the types that are taken
 */
export async function redrawn(bytes: Buffer): Promise<Buffer> {
  const options = { limitInputPixels: pixelsMax, failOn: "error", animated: false } as const;
  try {
    const { format } = await sharp(bytes, options).metadata();
    if (!["jpeg", "png", "webp"].includes(format)) throw new Error(`${format} is not taken`);
    return await sharp(bytes, options)
      .rotate()
      .resize({ width: sideMaxPx, height: sideMaxPx, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .jpeg({ quality: 80, mozjpeg: true })
      .toBuffer();
  } catch (error) {
    throw new AppError("file.unreadable", `no photo: ${error instanceof Error ? error.message : String(error)}`);
  }
}
