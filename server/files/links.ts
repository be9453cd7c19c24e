import { createHmac, timingSafeEqual } from "node:crypto";
import { operations } from "@shared/api/operations";
import type { FileRecord } from "./fileModel";

const linkHoldsMs = 5 * 60_000;

/**
 * Where a photo can be looked at for five minutes by whoever has the link: a picture on a page sends no session along. Each file has a
 * secret of its own, so that a link says nothing about another, and ends with its file.
 * @param realNow a phone's picture is asked for in real time, whatever day the company has
 */
export function linkTo(file: FileRecord, realNow: Date): string {
  const until = String(realNow.getTime() + linkHoldsMs);
  const path = operations["files.read"].path.replace(":fileId", encodeURIComponent(file._id));
  return `${path}?until=${until}&signature=${signatureOf(file, until)}`;
}

export function isLinkGood(file: FileRecord, link: { until: string; signature: string }, realNow: Date): boolean {
  const untilMs = Number(link.until);
  const now = realNow.getTime();
  if (untilMs < now || untilMs > now + linkHoldsMs) return false;
  return timingSafeEqual(Buffer.from(signatureOf(file, link.until), "hex"), Buffer.from(link.signature, "hex"));
}

const signatureOf = ({ _id, linkSecret }: FileRecord, until: string): string =>
  createHmac("sha256", linkSecret).update(`${_id}\n${until}`).digest("hex");
