import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import axios, { isAxiosError, type AxiosResponse } from "axios";
import type { z } from "zod";
import { envelope } from "./answers";
import type { WecomParts } from "./types";
import { errorOfCode, WecomError } from "./wecomError";

export interface WecomRequest {
  /** Path below `/cgi-bin/`. */
  api: string;
  method: "GET" | "POST";
  query?: Record<string, string | number>;
  /** What must never be logged: tokens, secrets, keys, login codes. */
  secretQuery: Record<string, string>;
  body?: object;
  /** A lost answer leaves nobody in doubt: it is asked again later, like what never left. */
  changesNothing?: true;
}

export type Send = <T>(request: WecomRequest, answer: z.ZodType<T>) => Promise<T>;

/** Sends one request and turns whatever happens into an answer of the expected shape or a `WecomError`. */
export function createTransport(baseUrl: string, parts: WecomParts): Send {
  const http = axios.create({
    baseURL: `${baseUrl.replace(/\/+$/, "")}/cgi-bin/`,
    timeout: parts.timeoutMs ?? 10_000,
    maxRedirects: 0,
    // Every status and body is judged here, a body that is not JSON among them.
    validateStatus: () => true,
    responseType: "text",
    transformResponse: (body: string) => body,
    // A kept connection may be closed by the other side just as a message leaves, and then nobody knows whether it arrived.
    httpAgent: new HttpAgent({ keepAlive: false }),
    httpsAgent: new HttpsAgent({ keepAlive: false }),
    // A company's proxy is for the internet, not for a server on this machine.
    ...(isLoopback(baseUrl) && { proxy: false as const }),
  });

  return async (request, answer) => {
    const startedMs = performance.now();
    let errcode: number | null = null;
    try {
      const response = await exchange(request);
      const body = parsed(request, response);
      errcode = body.errcode;
      if (body.errcode !== 0) throw errorOfCode(request.api, body.errcode, body.errmsg);
      const read = answer.safeParse(body.all);
      if (read.success) return read.data;
      throw new WecomError({
        api: request.api,
        errcode: 0,
        message: `unexpected answer, see ${read.error.issues.map((issue) => issue.path.join(".")).join(", ")}`,
        retry: "never",
      });
    } catch (error) {
      if (error instanceof WecomError)
        parts.logger.warn(
          { api: error.api, errcode: error.errcode, retry: error.retry, alert: error.alert },
          error.message,
        );
      throw error;
    } finally {
      const ms = Math.round(performance.now() - startedMs);
      parts.onCall?.({ api: request.api, errcode, ms });
      parts.logger.debug({ api: request.api, errcode, ms }, "called WeCom");
    }
  };

  async function exchange(request: WecomRequest): Promise<AxiosResponse<string>> {
    try {
      return await http.request<string>({
        url: request.api,
        method: request.method,
        params: { ...request.query, ...request.secretQuery },
        ...(request.body && { data: JSON.stringify(request.body), headers: { "Content-Type": "application/json" } }),
      });
    } catch (error) {
      if (!isAxiosError(error)) throw error;
      // The axios error is not kept as a cause: it holds the address with its token or key.
      const code = error.code ?? "no code";
      const neverLeft = isConnecting(error.cause) || neverLeftCodes.has(code);
      const message = neverLeft ? `could not connect (${code})` : `the answer was lost (${code})`;
      throw new WecomError({
        api: request.api,
        errcode: null,
        message,
        retry: neverLeft ? "later" : whenLost(request),
      });
    }
  }
}

/** WeCom says what went wrong in `errcode` inside a 200; some APIs leave it out where all is well. */
function parsed(
  request: WecomRequest,
  response: AxiosResponse<string>,
): { errcode: number; errmsg: string; all: unknown } {
  const { api } = request;
  if (response.status === 200) {
    const all = jsonOf(response.data);
    const read = envelope.safeParse(all);
    if (read.success) return { errcode: read.data.errcode ?? 0, errmsg: read.data.errmsg ?? "", all };
    throw new WecomError({ api, errcode: null, message: "the answer could not be read", retry: whenLost(request) });
  }
  // Something between us and WeCom answered. A server's fault may have come after WeCom did what was asked.
  const retry = response.status === 429 ? "later" : response.status >= 500 ? whenLost(request) : "never";
  const waitMs = response.status === 429 ? 60_000 : 0;
  throw new WecomError({ api, errcode: null, message: `status ${response.status}`, retry, waitMs });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const whenLost = ({ changesNothing }: WecomRequest) => (changesNothing ? "later" : "unknown");

/** Whether it failed while connecting; with several addresses there is an error for each. */
function isConnecting(cause: unknown): boolean {
  const { syscall, errors } = (cause ?? {}) as { syscall?: unknown; errors?: unknown };
  if (Array.isArray(errors) && errors.length > 0) return errors.every(isConnecting);
  return syscall === "connect";
}

/** Failures before a byte of the request has left: no such host, nobody listening, no way there, nobody to be trusted there. */
const neverLeftCodes = new Set([
  ...["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"],
  ...["EPROTO", "ERR_TLS_CERT_ALTNAME_INVALID", "CERT_HAS_EXPIRED", "CERT_NOT_YET_VALID"],
  ...["DEPTH_ZERO_SELF_SIGNED_CERT", "SELF_SIGNED_CERT_IN_CHAIN"],
  ...["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "UNABLE_TO_GET_ISSUER_CERT", "UNABLE_TO_GET_ISSUER_CERT_LOCALLY"],
]);

function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return (
    hostname === "localhost" || hostname.endsWith(".localhost") || hostname.startsWith("127.") || hostname === "[::1]"
  );
}
