import type { IncomingMessage } from "node:http";
import { operations, type OperationId } from "@shared/api/operations";
import { contracts, type Contract } from "@shared/contracts";
import { AppError } from "@shared/errors";
import { bodyChunks } from "./bodyChunks";
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
export function contentOf(request: IncomingMessage, { content }: Contract): FileContent | null {
  if (!content) return null;
  const type = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  const bytesMax = Object.entries(content).find(([one]) => one === type)?.[1];
  if (bytesMax === undefined)
    throw new AppError("body.malformed", `the body must be one of ${Object.keys(content).join(", ")}`);
  return { type, chunks: () => bodyChunks(request, bytesMax) };
}
