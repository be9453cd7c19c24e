import { AppError } from "@shared/errors";

/** Turns a policy's no into an error that the caller can act on. */
export function allow(allowed: boolean, reason = "this member may not do that"): asserts allowed {
  if (!allowed) throw new AppError("right.missing", reason);
}
