import { creditCodeOf } from "@shared/domain/creditCode";
import { AppError } from "@shared/errors";

/** A credit code as it is kept; null where none was given. @throws AppError "input.invalid" for one that is none */
export function requireCreditCode(typed: string | null | undefined): string | null {
  if (typed === null || typed === undefined) return null;
  const code = creditCodeOf(typed);
  if (code === null) {
    const fields = [{ field: "creditCode", code: "creditCode.invalid" }];
    throw new AppError("input.invalid", "no credit code is written so", { fields });
  }
  return code;
}
