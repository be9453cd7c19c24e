import type { IncomingMessage } from "node:http";
import { operations, type OperationId } from "@shared/api/operations";
import { contracts, type Contract } from "@shared/contracts";
import { AppError } from "@shared/errors";
import { bodyBytes } from "./bodyBytes";
import type { FileContent } from "./types";

const takeFiles = (Object.keys(operations) as OperationId[])
  .filter((id) => (contracts[id] as Contract).content)
  .map((id) => ({
    method: operations[id].method,
    path: new RegExp(`^${operations[id].path.replace(/:\w+/g, "[^/]+")}$`),
  }));

/** Its body is a file, which is not read before it is known who sends it. */
export const isForFile = (method: string, path: string): boolean =>
  takeFiles.some((one) => one.method === method && one.path.test(path));

/** The file that a request carries; null where its operation takes none. @throws AppError "body.malformed", "body.tooLarge" */
export async function contentOf(request: IncomingMessage, { content }: Contract): Promise<FileContent | null> {
  if (!content) return null;
  const type = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (!content.types.includes(type)) {
    throw new AppError("body.malformed", `the body must be one of ${content.types.join(", ")}`);
  }
  const bytes = await bodyBytes(request, content.bytesMax);
  if (bytes.length === 0) throw new AppError("body.malformed", "there is no file in the body");
  return { type, bytes };
}
