import { z } from "zod";
import { audioTypes, tableBytesMax, tableTypes } from "@shared/domain/fileTypes";
import { commandId, id } from "./common";
import type { Contract } from "./contract";

export const fileId = id;

/** SHA-256 of a file as the phone has taken and sent it, in hexadecimal: another one by its id is refused. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A photo of one point, for whoever tries the interface. */
const onePoint = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const photoBytesMax = 2 * 1024 * 1024;

export const filesContracts = {
  "files.put": {
    summary:
      "Store a photo as it was taken, a drawing such as a signature, or what was spoken, at most 2 MB, by an id made by the phone; a command then names that id. Sent again, it is the same file. The metadata of a photo, where it was taken among them, are not kept. Whoever may import sends tables as well: CSV up to 200 MB, XLSX up to 10 MB; which of the two it is, its content says.",
    session: "member",
    // Reading a picture is work: some twenty a minute.
    cost: 60,
    params: z.strictObject({ fileId: commandId }),
    content: {
      ...Object.fromEntries(
        ["image/jpeg", "image/png", "image/webp", ...audioTypes].map((type) => [type, photoBytesMax]),
      ),
      ...tableBytesMax,
    },
    answer: z.object({ fileId }),
    example: {
      params: { fileId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9b01" },
      content: { type: "image/png", base64: onePoint },
    },
  },
  "files.read": {
    summary:
      "A photo, a drawing or what was spoken, a sheet to be printed, or a table, by the link that an answer has given out; a link holds for five minutes.",
    session: "ifAny",
    params: z.strictObject({ fileId: id }),
    query: z.strictObject({ until: z.string().regex(/^\d{13}$/), signature: z.string().regex(/^[0-9a-f]{64}$/) }),
    answerTypes: ["image/jpeg", "image/png", "application/pdf", ...audioTypes, ...tableTypes],
    example: {
      params: { fileId: "xiaowang:4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9b01" },
      query: { until: "1774490400000", signature: "0".repeat(64) },
    },
  },
} satisfies Record<string, Contract>;
