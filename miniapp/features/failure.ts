import { ApiError } from "@/api/apiError";
import { mayRetry } from "@/api/mayRetry";
import type { Texts, Words } from "@/texts";
import { errorSentence } from "@/texts/errorWords";
import type { Failure } from "@/ui";

/** What the server has named with it; undefined where it has not, or there is nothing more to say. */
function namedSentence({ code, details }: ApiError, t: Texts): string | undefined {
  const { goneName: gone, intoName: into } = details;
  if (code !== "customer.merged" || typeof gone !== "string" || typeof into !== "string") return undefined;
  return t.customers.mergedInto({ gone, into });
}

/**
 * An error as a screen shows it: one sentence in three parts, and the number to quote. Everything unknown is "server.failed".
 * @param isReading nothing was filled in: what was only asked for did not come
 */
export function failureOf(
  error: unknown,
  words: Pick<Words, "t" | "language">,
  { isReading = false }: { isReading?: boolean } = {},
): Failure {
  const known = error instanceof ApiError ? error : new ApiError("server.failed", String(error));
  // The phone knows the same rules: what the server still refuses, and nothing here can mark, is of another version.
  const code = known.code === "input.invalid" ? "outdated" : known.code;
  return {
    sentence: namedSentence(known, words.t) ?? errorSentence(code, words, isReading),
    reference: known.requestId,
    noRight: known.code === "right.missing",
    gone: known.status === 404,
    offline: known.code === "network" || known.code === "foreign",
    isRule: known.status === 409,
    mayRetry: mayRetry(known),
  };
}
