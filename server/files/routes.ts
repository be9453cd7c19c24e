import type { Deps } from "../deps";
import { AppError } from "@shared/errors";
import { FileAnswer, type Handlers } from "../http";
import { findFile, keepFile, seenBytes } from "./files";
import { isLinkGood } from "./links";

export const filesHandlers = (deps: Pick<Deps, "clock" | "realNow" | "settings">): Handlers<"files"> => ({
  "files.put": ({ actor, params, content }) => keepFile(deps, { actor, fileId: params.fileId, content }),

  // Whoever has got the link has been let see it, and that look was noted; whether the file is there is told to nobody else.
  "files.read": async ({ params, query }) => {
    const file = await findFile(params.fileId);
    if (!isLinkGood(file, query, deps.realNow())) throw new AppError("file.unknown", `no good link to ${file._id}`);
    const { type, content } = await seenBytes(deps, file);
    return new FileAnswer(type, content, file.name ?? null);
  },
});
