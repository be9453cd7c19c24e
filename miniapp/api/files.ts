import { serverUrl } from "@/platform/http";
import { filesAsked } from "./answerShapes/files";
import { caller } from "./http";

const call = caller(filesAsked);

/** Sends a file; sent again by the same id, it is the same one. */
export const putFile = (fileId: string, content: { type: string; bytes: ArrayBuffer }) =>
  call("files.put", { params: { fileId }, content });

/** Where a page finds what the server has given out as a path. */
export const addressOf = (path: string): string => `${serverUrl}${path}`;
