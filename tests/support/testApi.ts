import { operations, type OperationId } from "@shared/api/operations";
import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from "@shared/contracts";
import type { Problem } from "../../server/http/problem";
import { isWorded } from "./errorWords";

/** What the server answered when it refused. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;

  constructor(
    id: string,
    readonly problem: Problem,
  ) {
    super(
      `${id} answered ${problem.status} ${problem.code}: ${problem.detail} ${JSON.stringify(problem.fields ?? [])}`,
    );
    this.name = "ApiProblem";
    this.status = problem.status;
    this.code = problem.code;
  }
}

export interface RawAnswer {
  status: number;
  headers: Headers;
  /** Parsed where it is JSON, else the text. */
  body: unknown;
}

/** The parts of a call as they go over the wire; a test of bad input puts anything in them. */
export interface RawCall {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  /** Added to the address as it is, for what `query` cannot say. */
  rawQuery?: string;
  body?: unknown;
  /** A file in place of a body. */
  content?: { type: string; base64: string };
  headers?: Record<string, string>;
}

export interface TestApi {
  /**
   * Calls an operation as the phone does.
   * @param input path and query parameters by their names
   * @throws ApiProblem for everything but success
   */
  call<Id extends OperationId>(id: Id, input?: ParamsOf<Id> & QueryOf<Id>, body?: BodyOf<Id>): Promise<AnswerOf<Id>>;
  /** Sends anything and answers whatever comes back, redirects included. */
  send(id: OperationId, call?: RawCall): Promise<RawAnswer>;
}

/** @param headersOf how the caller shows who they are */
export function testApi(baseUrl: () => string, headersOf: () => Promise<Record<string, string>>): TestApi {
  const send = async (
    id: OperationId,
    { params = {}, query = {}, rawQuery = "", body, content, headers }: RawCall = {},
  ): Promise<RawAnswer> => {
    const { method, path } = operations[id];
    const filled = path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(wire(params[name])));
    const written = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, wire(value)])).toString();
    const search = [written, rawQuery].filter(Boolean).join("&");
    const response = await fetch(`${baseUrl()}${filled}${search ? `?${search}` : ""}`, {
      method,
      redirect: "manual",
      headers: {
        ...(body !== undefined && { "content-type": "application/json" }),
        ...(content && { "content-type": content.type }),
        ...(await headersOf()),
        ...headers,
      },
      // Texts and bytes are sent as they are, so that a test can send what is no JSON.
      body: content
        ? Buffer.from(content.base64, "base64")
        : body === undefined || typeof body === "string" || Buffer.isBuffer(body)
          ? (body as string | undefined) // fetch takes a Buffer as well
          : JSON.stringify(body),
    });
    const answer = { status: response.status, headers: response.headers, body: await bodyOf(response) };
    const code = response.ok ? undefined : (answer.body as Partial<Problem> | null)?.code;
    if (code !== undefined && !isWorded(id, code))
      throw new Error(`${id} answers ${code}, and the phone has no words for it there`);
    return answer;
  };
  return {
    send,
    async call<Id extends OperationId>(id: Id, input?: ParamsOf<Id> & QueryOf<Id>, body?: BodyOf<Id>) {
      const given = (input ?? {}) as Record<string, unknown>; // by now only names and values
      const inPath = new Set([...operations[id].path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => name));
      const part = (wanted: boolean) =>
        Object.fromEntries(
          Object.entries(given).filter(([name, value]) => value !== undefined && inPath.has(name) === wanted),
        );
      const answer = await send(id, { params: part(true), query: part(false), body });
      if (answer.status >= 400) throw new ApiProblem(id, answer.body as Problem);
      // The contract's answer: the conformance test checks that the server keeps to it.
      return (answer.status === 204 ? undefined : answer.body) as AnswerOf<Id>;
    },
  };
}

const wire = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value ?? ""));

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  return /json/.test(response.headers.get("content-type") ?? "") ? JSON.parse(text) : text;
}
