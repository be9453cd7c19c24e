import { createHash } from "node:crypto";
import sharp from "sharp";
import type { RecordFile } from "@shared/domain/visitType";
import type { Company, Person } from "./company";

/** A photo that this person's phone has taken and sent. @returns its file's id */
export const givenPhoto = async (company: Company, by: Person): Promise<string> =>
  (await givenFile(company, by)).fileId;

/** A photo, or as a PNG what was drawn, that this person's phone has sent: as a record names it. */
export async function givenFile(
  company: Company,
  by: Person,
  type: "image/jpeg" | "image/png" = "image/jpeg",
): Promise<RecordFile> {
  const fileId = company.newId();
  const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: "#777777" } });
  const bytes = await (type === "image/png" ? picture.png() : picture.jpeg()).toBuffer();
  const { status } = await company
    .as(by)
    .send("files.put", { params: { fileId }, content: { type, base64: bytes.toString("base64") } });
  if (status !== 200) throw new Error(`the file was answered with ${status}`);
  return { fileId, hash: createHash("sha256").update(bytes).digest("hex") };
}
