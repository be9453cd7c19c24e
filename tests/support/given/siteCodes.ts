import { inflateSync } from "node:zlib";
import jsQR from "jsqr";
import type { Company, Person } from "./company";
import type { Customer } from "./customers";

/** Has the code of a client's place made, or another in its place. @returns what is in it, read from its sheet as a phone does */
export async function givenSiteCode(
  company: Company,
  { customerId, site: { siteId } }: Pick<Customer, "customerId" | "site">,
  by: Person = company.hr,
): Promise<string> {
  const params = { customerId, siteId };
  const { revision } = await company.as(by).call("siteCodes.read", params);
  await company.as(by).call("siteCodes.renew", params, { commandId: company.newId(), revision });
  const { url } = await company.as(by).call("siteCodes.sheet", params);
  const sheet = await fetch(`${company.app.baseUrl}${url}`);
  return codeOnSheet(Buffer.from(await sheet.arrayBuffer()));
}

const scale = 4;

/** Reads the code that is drawn on a sheet. */
export function codeOnSheet(sheet: Buffer): string {
  const squares = streamsOf(sheet).flatMap((stream) =>
    [...stream.matchAll(/^(\d+) (\d+) m$/gm)].map(([, column, row]) => ({ column: Number(column), row: Number(row) })),
  );
  const side = (Math.max(...squares.map(({ column }) => column)) + 5) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const { column, row } of squares)
    for (let y = row * scale; y < (row + 1) * scale; y += 1)
      pixels.fill(0, (y * side + column * scale) * 4, (y * side + (column + 1) * scale) * 4);
  for (let at = 3; at < pixels.length; at += 4) pixels[at] = 255;
  const read = jsQR(pixels, side, side);
  if (!read) throw new Error("there is no code on the sheet that can be read");
  return read.data;
}

/** What the parts of a PDF say that are packed. */
export function streamsOf(sheet: Buffer): string[] {
  const text = sheet.toString("latin1");
  return [...text.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: { length } }) => {
    if (text.slice(index - 3, index) === "end") return [];
    const bytes = sheet.subarray(index + length, text.indexOf("endstream", index));
    try {
      return [inflateSync(bytes).toString("latin1")];
    } catch {
      return [];
    }
  });
}
