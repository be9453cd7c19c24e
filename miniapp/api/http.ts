import axios, { AxiosError, type AxiosResponse } from "axios";
import type { OperationId } from "@shared/api/operations";
import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from "@shared/contracts";
import { adapter, serverUrl } from "@/platform/http";
import { type LateErrors, sayErrors } from "@/texts/errorWords";
import { thisMoment } from "@/platform/monotonic";
import { forget, readStored, store } from "@/platform/storage";
import type { Underway } from "@/platform/types";
import { ApiError, errorOfProblem } from "./apiError";
import { tellConnection } from "./connection";
import { anchorTo, serverNow } from "./serverClock";
import { hasShape, type Shape } from "./shape";

const tokenName = "session:token";

/** The mini-program carries its session itself; on H5 the browser keeps a cookie that no script can read. */
const carriesToken = process.env.TARO_ENV !== "h5";

const client = axios.create({
  baseURL: serverUrl,
  timeout: 15_000,
  // Every status is an answer here; what it means is decided below.
  validateStatus: () => true,
  // Asked for by the server on writes from a browser: a form of another site cannot send it.
  headers: { "X-Requested-With": "xiaoli" },
  ...(adapter && { adapter }),
});

type Given<Name extends string, Value> = [keyof Value] extends [never] ? unknown : { [N in Name]: Value };

/** What an operation takes, by its contract; nothing where it takes nothing. */
export type RequestOf<Id extends OperationId> = Given<"params", ParamsOf<Id>> &
  Given<"query", QueryOf<Id>> &
  Given<"body", BodyOf<Id>> &
  (Id extends "files.put" ? { content: Content } : unknown);

/** A file in place of a body. */
interface Content {
  type: string;
  bytes: ArrayBuffer;
}

/** So long a photo may take over a poor network. */
const contentTimeoutMs = 60_000;

/** What one file of miniapp/api asks for: method and path, and what the answer is checked by before it counts (`npm run shapes`). */
interface Asked {
  paths: { readonly [Id in OperationId]?: string };
  shapes: { readonly [Id in OperationId]?: Shape };
}

interface LooseRequest {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  content?: Content;
}

let recoverSession: (() => Promise<boolean>) | null = null;

/** Registers what is done when the server no longer knows the session; true: the call is worth another try. */
export function onSessionEnded(recover: () => Promise<boolean>): void {
  recoverSession = recover;
}

/** Whom this program is for: what it asks is asked for them, and what is answered to somebody else is no answer. */
interface Reader {
  /** Null: nobody yet, or nobody any more. */
  id: () => string | null;
  /** The session that the phone has is somebody else's. */
  isOther: () => void;
}

let reader: Reader = { id: () => null, isOther: () => {} };

export function onOtherReader(one: Reader): void {
  reader = one;
}

const memberHeader = "X-Member-Id";

/**
 * Whether this was answered to somebody else than the one who reads now.
 * @param askedAs who was here when it was asked
 */
function isOfAnother(headers: AxiosResponse["headers"], askedAs: string | null): boolean {
  const named: unknown = headers[memberHeader.toLowerCase()];
  const now = reader.id();
  if (now === null || typeof named !== "string" || named === encodeURIComponent(now)) return false;
  // Else it is a late answer to the one before.
  if (askedAs === null || askedAs === now) reader.isOther();
  return true;
}

export const keepToken = (token: string): void => void store(tokenName, token);
export const dropToken = (): void => forget(tokenName);
export const hasToken = (): boolean => !carriesToken || typeof readStored(tokenName) === "string";

/**
 * Calls what one file of miniapp/api asks for. A session that has ended is renewed once, silently, where that is possible.
 * @throws ApiError with the server's code, "network", "foreign" where somebody else answered, or "outdated" where the answer is
 * of another version: in all three nothing counts as sent
 * @param errors words of codes that only these questions are answered with
 */
export function caller<Known extends Asked>({ paths, shapes }: Known, ...errors: LateErrors[]) {
  errors.forEach(sayErrors);
  return <Id extends keyof Known["paths"] & OperationId>(id: Id, request: RequestOf<Id>): Promise<AnswerOf<Id>> => {
    const one = { id, path: paths[id] as string, shape: shapes[id] as Shape };
    // The mapped type is exact for callers; inside, the three optional parts are all that matters. Its shape has been looked at.
    return call(one, request as LooseRequest) as Promise<AnswerOf<Id>>;
  };
}

interface Operation {
  id: OperationId;
  /** `GET /api/v1/me` */
  path: string;
  shape: Shape;
}

async function call(one: Operation, request: LooseRequest): Promise<unknown> {
  const needsSession = !one.id.startsWith("auth.");
  const askedAs = reader.id();
  // A phone that has no token yet gets one first, rather than being refused once.
  if (needsSession && !hasToken()) await recoverSession?.();
  try {
    return await send(one, request, askedAs);
  } catch (error) {
    if (!needsSession || !isSessionError(error) || !recoverSession) throw error;
    dropToken();
    if (!(await recoverSession())) throw error;
    return send(one, request, askedAs);
  }
}

let renew: (() => void) | null = null;

/** Registers what is done when this program is older or newer than the server. */
export function onOutdated(what: () => void): void {
  renew = what;
}

/** An answer without the contract's shape is no answer. Without our mark somebody in between has spoken. */
function notUnderstood(ours: boolean, status: number): ApiError {
  if (!ours) {
    tellConnection(false, null);
    return new ApiError("foreign", `status ${status}, and not ours`);
  }
  tellConnection(true, null);
  renew?.();
  return new ApiError("outdated", `status ${status} with a body of another version`);
}

/** Whether the server does not know who is calling (any more). */
export const isSessionError = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === "session.missing" || error.code === "session.ended");

/** Of an answer that was asked for before the program was there (platform/http). */
function underwayOf({ request }: AxiosResponse): Underway | null {
  return typeof request === "object" && request !== null && "receivedAt" in request ? (request as Underway) : null;
}

/** @param askedAs also where a new session was fetched meanwhile: it may be somebody else's */
async function send(
  { path: asked, shape }: Operation,
  request: LooseRequest,
  askedAs: string | null,
): Promise<unknown> {
  const [method = "", path = ""] = asked.split(" ");
  const token = carriesToken ? readStored(tokenName) : null;
  const askedAt = thisMoment();
  try {
    const response = await client.request<unknown>({
      method,
      url: path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(request.params?.[name] ?? "")),
      params: request.query,
      data: request.content?.bytes ?? request.body,
      ...(request.content && { timeout: contentTimeoutMs }),
      headers: {
        ...(typeof token === "string" && { Authorization: `Bearer ${token}` }),
        ...(request.content && { "Content-Type": request.content.type }),
        ...(askedAs !== null && { [memberHeader]: encodeURIComponent(askedAs) }),
      },
    });
    const { sentAt, receivedAt } = underwayOf(response) ?? { sentAt: askedAt, receivedAt: thisMoment() };
    // Every answer of ours says what time it is; the page of a hotspot does not know that.
    const ours = typeof response.headers["x-server-now"] === "string";
    const isOthers = isOfAnother(response.headers, askedAs);
    if (response.status >= 200 && response.status < 300) {
      if (!hasShape(response.data, shape)) throw notUnderstood(ours, response.status);
      anchorTo(response.headers["x-server-now"], sentAt, receivedAt);
      tellConnection(true, serverNow());
      if (isOthers) throw new ApiError("session.otherMember", "this was answered to somebody else");
      return response.data;
    }
    const requestId: unknown = response.headers["x-request-id"];
    const error = errorOfProblem(response.status, response.data, typeof requestId === "string" ? requestId : null);
    if (error.code !== "foreign") anchorTo(response.headers["x-server-now"], sentAt, receivedAt);
    tellConnection(error.code !== "foreign", error.code === "foreign" ? null : serverNow());
    throw error;
  } catch (error) {
    if (!(error instanceof AxiosError)) throw error;
    // The phone refuses the address: there is a network, and the server was not asked.
    if (/not in domain list/i.test(error.message)) throw new ApiError("address.notAllowed", error.message);
    tellConnection(false, null);
    throw new ApiError("network", error.message);
  }
}
