import sharp from "sharp";
import type { Company, Person } from "./company";

/** A photo that this person's phone has taken and sent. @returns its file's id */
export async function givenPhoto(company: Company, by: Person): Promise<string> {
  const fileId = company.newId();
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#777777" } })
    .jpeg()
    .toBuffer();
  const content = { type: "image/jpeg", base64: bytes.toString("base64") };
  const { status } = await company.as(by).send("files.put", { params: { fileId }, content });
  if (status !== 200) throw new Error(`the photo was answered with ${status}`);
  return fileId;
}
