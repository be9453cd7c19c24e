import axios, { AxiosError, type AxiosAdapter, type AxiosResponse, type InternalAxiosRequestConfig } from "axios";
import { elapsedMs } from "../monotonic";
import type { Underway } from "../types";

/** The page asks the server that it came from. */
export const serverUrl = "";

interface EarlyAnswer extends Underway {
  answer: Response;
  text: string;
}

declare global {
  interface Window {
    /** By address: what the page asked for before the program was there (config/earlyQuestions.js). */
    earlyAnswers?: Record<string, Promise<EarlyAnswer>>;
    /** Who was remembered in this browser then, as the storage holds it. */
    earlyAsker?: string | null;
  }
}

/**
 * Takes an answer that was asked for early, once; all else goes as axios does it in a browser. One that was lost is asked for again, and so
 * is one that lay for longer than any other may take, or that another person may have got: the program can be long on its way.
 */
export const adapter: AxiosAdapter | undefined = async (config) => {
  const early = await takeEarly(config).catch(() => null);
  if (early === "late") throw new AxiosError("the early question was not answered", AxiosError.ECONNABORTED, config);
  return early ? responseOf(early, config) : axios.getAdapter("xhr")(config);
};

async function takeEarly({
  method,
  url = "",
  params,
  timeout = 0,
}: InternalAxiosRequestConfig): Promise<EarlyAnswer | "late" | null> {
  const early = window.earlyAnswers?.[url];
  if (!early || method !== "get" || Object.keys((params as object | undefined) ?? {}).length > 0) return null;
  delete window.earlyAnswers?.[url];
  const asker = memberIn(window.earlyAsker ?? null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<"late">((resolve) => (timer = setTimeout(() => resolve("late"), timeout)));
  const taken = await Promise.race([early, late]).finally(() => clearTimeout(timer));
  if (taken === "late") return "late";
  const lainMs = elapsedMs(taken.receivedAt);
  return lainMs !== null && lainMs <= timeout && isOfPresent(taken.answer, asker) ? taken : null;
}

/** Nobody may have been known when it was asked; the answer says whose it is. */
function isOfPresent({ headers }: Response, asker: string | null): boolean {
  const present = memberIn(localStorage.getItem("session:who"));
  return present === asker || (asker === null && headers.get("x-member-id") === encodeURIComponent(present ?? ""));
}

/** Who is remembered, as the storage wraps it. */
function memberIn(stored: string | null): string | null {
  const { data } = JSON.parse(stored ?? "{}") as { data?: { memberId?: string } };
  return data?.memberId ?? null;
}

/** What was asked early, and nobody here wants, is nobody's. */
export function dropEarly(): void {
  delete window.earlyAnswers;
}

function responseOf(
  { answer, text, sentAt, receivedAt }: EarlyAnswer,
  config: InternalAxiosRequestConfig,
): AxiosResponse {
  const headers: Record<string, string> = {};
  answer.headers.forEach((value, name) => {
    headers[name] = value;
  });
  const { status, statusText } = answer;
  return { data: text, status, statusText, headers, config, request: { sentAt, receivedAt } satisfies Underway };
}
