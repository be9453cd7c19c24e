import type { z } from "zod";
import { AppError, type FieldFault } from "@shared/errors";
import { inputFaults } from "./inputGuard";

const faultsMax = 20;

/**
 * Input against its contract.
 * @param apart keys below which nothing is looked at here, since somebody else does
 * @throws AppError "input.invalid" naming each field that is wrong; the values themselves are not repeated
 */
export function parse<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  apart: readonly string[] = [],
): z.infer<Schema> {
  const guarded = inputFaults(input, apart);
  if (guarded.length > 0) throw invalid(guarded);
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  throw invalid(result.error.issues.flatMap(faultsOf).slice(0, faultsMax));
}

function invalid(fields: FieldFault[]): AppError {
  return new AppError("input.invalid", `wrong: ${fields.map(({ field }) => field || "(all)").join(", ")}`, { fields });
}

function faultsOf(issue: z.core.$ZodIssue): FieldFault[] {
  const field = issue.path.map(String).join(".").slice(0, 120);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      field: [field, key].filter(Boolean).join(".").slice(0, 120),
      code: "field.unknown",
    }));
  }
  return [{ field, code: codeOf(issue) }];
}

function codeOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    // A rule of our own building blocks carries its code as message, such as "day.impossible".
    case "custom":
      return /^[a-z][A-Za-z]*\.[A-Za-z.]+$/.test(issue.message) ? issue.message : "value.invalid";
    case "invalid_type":
      return issue.input === undefined ? "value.missing" : "type.wrong";
    case "too_big":
      return "value.tooLarge";
    case "too_small":
      return "value.tooSmall";
    case "invalid_format":
      return "format.wrong";
    default:
      return "value.invalid";
  }
}
