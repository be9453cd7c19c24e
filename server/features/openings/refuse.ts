import type { OpeningRefusal } from "@shared/domain/opening";
import { AppError } from "@shared/errors";

/** @param more what the sentence needs: names, sums in fen */
export const refused = (why: OpeningRefusal, message: string, more: Record<string, unknown> = {}): AppError =>
  new AppError("opening.refused", message, { why, ...more });
