import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { answerApi } from "./api/answerApi";
import { pageHeaders, refusalOf } from "./browserGuard";
import type { Fault } from "./faults";
import type { SimulatorState } from "./simulatorState";

export interface PageRequest {
  method: string;
  url: URL;
  contentType: string;
  /** Host and port as the client wrote them. */
  host: string;
  rawBody: string;
}

export interface PageAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Answers what is not an API; null where there is no such page. */
export type Pages = (request: PageRequest) => Promise<PageAnswer | null>;

const bodyBytesMax = 16 * 1024 * 1024;

/** WeCom's four hosts behind one port. */
export function createHttpServer(state: SimulatorState, pages: Pages, warn: (line: string) => void): Server {
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      warn(`simulator failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = refusalOf(request);
    if (refusal !== null) {
      response.writeHead(403, { "Content-Type": "text/plain; charset=utf-8", Connection: "close", ...pageHeaders });
      response.end(refusal);
      return;
    }
    const url = new URL(request.url ?? "/", "http://simulator");
    const rawBody = await bodyOf(request);
    if (!url.pathname.startsWith("/cgi-bin/")) {
      const contentType = request.headers["content-type"] ?? "";
      const host = request.headers.host ?? "";
      const answer = await pages({ method: request.method ?? "GET", url, contentType, host, rawBody });
      const headers = answer?.headers ?? { "Content-Type": "text/plain; charset=utf-8" };
      response.writeHead(answer?.status ?? 404, { ...pageHeaders, ...headers });
      response.end(answer?.body ?? "没有这个页面");
      return;
    }
    await handleApi(request, response, url, rawBody);
  }

  async function handleApi(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    rawBody: string,
  ): Promise<void> {
    const api = url.pathname.slice("/cgi-bin/".length).replace(/\/+$/, "");
    const fault = state.faults.take(api);
    const { status, envelope, entry } = answerApi(
      {
        state,
        api,
        method: request.method ?? "GET",
        query: url.searchParams,
        contentType: request.headers["content-type"] ?? "",
        rawBody,
        ip: (request.socket.remoteAddress ?? "").replace("::ffff:", ""),
        nowMs: state.realNow().getTime(),
        by: null,
      },
      fault,
    );
    // Once, when it becomes a loop, and not at each further turn.
    if (entry.loop === 5) warn(`a client loops: ${entry.by ?? "unknown"} repeats ${api} on ${entry.errcode}`);
    if (fault?.delayMs) await delay(fault.delayMs, response);
    if (fault?.cut) request.socket.destroy();
    else write(response, fault, status, envelope);
  }

  return server;
}

function write(response: ServerResponse, fault: Fault | null, status: number, envelope: object): void {
  if (fault?.status) {
    response.writeHead(status, { "Content-Type": "text/html; charset=utf-8" });
    response.end(`<html><body><h1>${status}</h1></body></html>`);
    return;
  }
  const text = JSON.stringify(envelope);
  response.writeHead(status, { "Content-Type": "application/json; charset=UTF-8" });
  response.end(fault?.garbled ? text.slice(0, text.length / 2) : text);
}

/** Waits, but no longer than the client does. */
function delay(ms: number, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    response.once("close", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= bodyBytesMax) chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
