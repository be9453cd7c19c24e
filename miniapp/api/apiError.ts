import { errorCodes, type ErrorCode, type FieldFault } from "@shared/errors";

/**
 * What a call can fail with: the server's own codes; no answer at all; an address that this program may not ask; an answer of somebody in between; one of ours that this
 * version does not understand.
 */
export type ApiErrorCode = ErrorCode | "network" | "address.notAllowed" | "foreign" | "outdated";

/** A refusal of the server, or no connection. Everything that a screen says about a failure comes from here. */
export class ApiError extends Error {
  constructor(
    readonly code: ApiErrorCode,
    message: string,
    /** The number that a person can quote; null where the server did not speak. */
    readonly requestId: string | null = null,
    readonly fields: readonly FieldFault[] = [],
    /** Small plain values for the sentence, such as who can help. */
    readonly details: Readonly<Record<string, unknown>> = {},
    /** The HTTP status; null where the server did not speak. */
    readonly status: number | null = null,
  ) {
    super(message);
    this.name = "ApiError";
  }
}

/**
 * Reads a problem document (RFC 9457). Without one it was not our server that spoke: a gateway says that ours is down, anybody
 * else has nothing to say about sessions, rights or what is missing.
 */
export function errorOfProblem(status: number, body: unknown, requestIdOfHeader: string | null): ApiError {
  const problem = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  const ours = typeof problem.code === "string";
  const gateway = status === 413 || (status >= 500 && status !== networkLogin);
  if (!ours && !gateway) return new ApiError("foreign", `status ${status}, and not ours`);
  const code = errorCodes.find((known) => known === problem.code) ?? "server.failed";
  // A proxy's page has no number that anybody could look up.
  const requestId = typeof problem.requestId === "string" ? problem.requestId : ours ? requestIdOfHeader : null;
  const detail = typeof problem.detail === "string" ? problem.detail : `status ${status}`;
  return new ApiError(code, detail, requestId, fieldsOf(problem.fields), problem, status);
}

/** "Network Authentication Required": what a hotspot says that knows its manners. */
const networkLogin = 511;

function fieldsOf(value: unknown): FieldFault[] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (one): one is FieldFault =>
      typeof one === "object" && one !== null && typeof (one as FieldFault).field === "string",
  );
}
