import { serverUrl } from "@/platform/http";
import { call } from "./http";

/** Sends a photo; sent again by the same id, it is the same photo. */
export const putPhoto = (fileId: string, content: { type: string; bytes: ArrayBuffer }) =>
  call("files.put", { params: { fileId }, content });

/** Where a page finds what the server has given out as a path. */
export const addressOf = (path: string): string => `${serverUrl}${path}`;
