import { open } from "node:fs/promises";
import sharp from "sharp";
import type { PhotoFont } from "./photoFont";

/** A letter is so much of a photo's width; on a narrow one the lines are drawn for this width, and made smaller. */
const letterOfWidth = 1 / 34;
const widthMinPx = 480;

/** A copy of a photo with lines of text at its foot, white on dark. The photo itself stays as it is. */
export async function stamped(bytes: Buffer, lines: readonly string[], font: PhotoFont): Promise<Buffer> {
  const { width, height } = await sharp(bytes).metadata();
  const foot = await sharp(await footOf(lines, font, Math.max(width, widthMinPx)))
    .resize({ width, height, fit: "inside", withoutEnlargement: true })
    .toBuffer();
  return sharp(bytes)
    .composite([{ input: foot, gravity: "south" }])
    .jpeg({ quality: 85, mozjpeg: true })
    .toBuffer();
}

async function footOf(lines: readonly string[], font: PhotoFont, widthPx: number): Promise<Buffer> {
  const letterPx = Math.round(widthPx * letterOfWidth);
  const marginPx = Math.round(letterPx * 0.8);
  const { data, info } = await written(lines, { font, letterPx, widthPx: widthPx - 2 * marginPx });
  const background = { r: 0, g: 0, b: 0, alpha: 0.55 };
  const shade = { width: widthPx, height: info.height + 2 * marginPx, channels: 4, background } as const;
  return sharp({ create: shade })
    .composite([{ input: data, left: marginPx, top: marginPx }])
    .png()
    .toBuffer();
}

interface Written {
  font: PhotoFont;
  letterPx: number;
  widthPx: number;
}

function written(lines: readonly string[], { font, letterPx, widthPx }: Written) {
  const text = `<span foreground="white">${lines.map(escaped).join("\n")}</span>`;
  const drawing = {
    ...{ text, font: `${font.family} ${letterPx}`, fontfile: font.file },
    ...({ width: widthPx, wrap: "word-char", rgba: true, dpi: 72, spacing: Math.round(letterPx * 0.3) } as const),
  };
  return sharp({ text: drawing }).png().toBuffer({ resolveWithObject: true });
}

/** Names are whatever somebody has typed. */
const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** How the file of a font begins: TrueType, OpenType, a collection of them. */
const beginnings = ["00010000", "74727565", "4f54544f", "74746366"];

/** @throws where its file is no font, or not there: what draws would take one of the machine's in silence */
export async function tryFont(font: PhotoFont): Promise<void> {
  const file = await open(font.file);
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    if (!beginnings.includes(buffer.toString("hex"))) throw new Error("no TTF, OTF or TTC");
  } finally {
    await file.close();
  }
  await written(["以服务器时间为准"], { font, letterPx: 20, widthPx: 400 });
}
