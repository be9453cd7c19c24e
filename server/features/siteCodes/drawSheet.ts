import { readFile } from "node:fs/promises";
import qrcode from "qrcode-generator";
import type { Deps } from "../../deps";
import { sheetFontFile } from "../../files";
import { textsIn } from "../../texts";

/** A4, in points. */
const pageWidth = 595.28;
const margin = 56;
const codeWidth = 300;
const nameHeight = 96;
/** Of a code's own cells, white around it: scanners ask for as much. */
const quietCells = 4;

interface Sheet {
  code: string;
  customerName: string;
  siteName: string;
  at: Date;
}

/**
 * The sheet that is put up at a client's: whose it is, its code, what that is for. In the company's language: it hangs where whoever made
 * it is not. Of the font only what is written is in it.
 */
export async function drawSheet(sheet: Sheet, { settings }: Pick<Deps, "settings">): Promise<Buffer> {
  const { code, customerName, siteName, at } = sheet;
  // Some 30 MB, which most processes never need.
  const [{ default: PDFDocument }, { default: subsetFont }] = await Promise.all([
    import("pdfkit"),
    import("subset-font"),
  ]);
  const words = textsIn("zh-CN").siteCode({ at });
  const written = [customerName, siteName, words.title, words.use, words.made].join("");
  const font = await subsetFont(await readFile(await sheetFontFile(settings)), written, { targetFormat: "sfnt" });
  const info = { Title: `${customerName} · ${siteName}`, CreationDate: at, ModDate: at };
  const page = new PDFDocument({ size: "A4", margin, font: font as unknown as string, info }); // bytes are taken as well
  const bytes = collected(page);
  page.fontSize(20).text(words.title, { align: "center" });
  page.moveDown(0.6);
  const namePoints = fitting(page, customerName, 30);
  page.fontSize(namePoints).text(customerName, { align: "center" });
  page.moveDown(0.3);
  page.fontSize(fitting(page, siteName, (namePoints * 2) / 3)).text(siteName, { align: "center" });
  const left = (pageWidth - codeWidth) / 2;
  const top = page.y + 28;
  const { path, cells } = codePath(code);
  page
    .save()
    .translate(left, top)
    .scale(codeWidth / cells)
    .path(path)
    .fill("#000000")
    .restore();
  page.fontSize(16).text(words.use, margin, top + codeWidth + 28, { align: "center" });
  page.moveDown(0.8).fontSize(10).fillColor("#5B6676").text(words.made, { align: "center" });
  page.end();
  return bytes;
}

/** A code as squares of one unit, with white around them. It can be read with a quarter of it soiled. */
export function codePath(text: string): { path: string; cells: number } {
  const code = qrcode(0, "Q");
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const rows = Array.from({ length: count }, (_, n) => n);
  const squares = rows.flatMap((row) =>
    rows.flatMap((column) => (code.isDark(row, column) ? [`M${column + quietCells} ${row + quietCells}h1v1h-1z`] : [])),
  );
  return { path: squares.join(""), cells: count + 2 * quietCells };
}

/** In what size a name has room above the code, the longest there can be as well. */
const fitting = (page: PDFKit.PDFDocument, name: string, points: number): number =>
  [1, 0.8, 0.6].map((part) => points * part).find((size) => page.fontSize(size).heightOfString(name) < nameHeight) ??
  points * 0.5;

function collected(page: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    page.on("data", (part: Buffer) => parts.push(part));
    page.on("end", () => resolve(Buffer.concat(parts)));
    page.on("error", reject);
  });
}
