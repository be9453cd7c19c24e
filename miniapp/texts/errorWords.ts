import type { ErrorCode } from "@shared/errors";
import type { Words } from ".";
import { known } from "./known";
import type { Language, Texts } from "./texts";
import type { planErrors } from "./zhCN/planErrors";
import type { targetErrors } from "./zhCN/targetErrors";
import type { staffErrors } from "./zhCN/staffErrors";
import type { tableErrors } from "./zhCN/tableErrors";
import type { clientErrors } from "./zhCN/clientErrors";
import type { reportErrors } from "./zhCN/reportErrors";

/** Codes that only some questions are answered with: their words come with the file of miniapp/api that asks (texts/lateErrors). */
export type LateErrorCode =
  | keyof typeof planErrors
  | keyof typeof targetErrors
  | keyof typeof staffErrors
  | keyof typeof tableErrors
  | keyof typeof clientErrors
  | keyof typeof reportErrors;

export interface LateErrors {
  zh: Partial<Record<LateErrorCode, string>>;
  en: Partial<Record<LateErrorCode, string>>;
}

const late: Record<Language, Partial<Record<string, string>>> = { "zh-CN": {}, en: {} };

/** Said by whoever asks, before anything is asked: what is refused has its words here then, with or without a network. */
export function sayErrors({ zh, en }: LateErrors): void {
  Object.assign(late["zh-CN"], zh);
  Object.assign(late.en, en);
}

/**
 * A code that has no words here is another version's.
 * @param isReading nothing was filled in that could be lost
 */
export function errorSentence(
  code: ErrorCode | keyof Texts["errors"],
  { t, language }: Pick<Words, "t" | "language">,
  isReading = false,
): string {
  const reading = isReading ? known<string, string | undefined>(t.errorsReading, code) : undefined;
  return reading ?? known<string, string | undefined>(t.errors, code) ?? late[language][code] ?? t.errors.outdated;
}
