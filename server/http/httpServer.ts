import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Settings } from "../../config/env";
import type { Service } from "../lib/services";
import { guardConnections, withRequestCaps } from "./connectionGuard";

/** The largest file at the slowest pace that is borne. */
const slowestFileMs = 2 * 3_600_000;
const unusedMs = 250;
const idleCheckMs = 50;

export interface HttpServer extends Service {
  /** The port that it listens on; useful where 0 asked for any. */
  port(): number;
}

export type Listener = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** How long connections may take for what, and how many there may be. */
export interface ConnectionLimits {
  headersTimeoutMs: number;
  requestTimeoutMs: number;
  /** Between two requests on one connection. */
  keepAliveMs: number;
  /** Without a byte in either direction. */
  idleMs: number;
  connections: number;
  /** Infinity behind a proxy, where all connections come from one address. */
  connectionsPerAddress: number;
  /** Requests that may wait for their answers on one connection. */
  pipeline: number;
  requestsPerConnection: number;
}

export function connectionLimitsOf(settings: Settings): ConnectionLimits {
  return {
    headersTimeoutMs: settings.HTTP_HEADERS_TIMEOUT_S * 1000,
    // Node knows one for all: a JSON body has to come within HTTP_REQUEST_TIMEOUT_S (`body.ts`), a file at a pace (`bodyChunks.ts`).
    requestTimeoutMs: Math.max(settings.HTTP_REQUEST_TIMEOUT_S * 1000, slowestFileMs),
    keepAliveMs: settings.HTTP_KEEP_ALIVE_S * 1000,
    idleMs: settings.HTTP_IDLE_S * 1000,
    connections: settings.HTTP_CONNECTIONS,
    connectionsPerAddress: settings.TRUST_PROXY > 0 ? Infinity : settings.HTTP_CONNECTIONS_PER_ADDRESS,
    pipeline: settings.HTTP_PIPELINE,
    requestsPerConnection: settings.HTTP_REQUESTS_PER_CONNECTION,
  };
}

/** Listens; when stopped, takes no new requests and lets those under way finish. */
export function httpServer(
  listener: Listener,
  address: { port: number; host: string },
  limits?: ConnectionLimits,
): HttpServer {
  const server = createServer(
    {
      requestTimeout: limits?.requestTimeoutMs ?? 60_000,
      headersTimeout: limits?.headersTimeoutMs ?? 15_000,
      ...(limits && {
        keepAliveTimeout: limits.keepAliveMs,
        connectionsCheckingInterval: Math.min(5_000, limits.headersTimeoutMs),
      }),
    },
    limits ? withRequestCaps(listener, limits) : (request, response) => void listener(request, response),
  );
  if (limits) guardConnections(server, limits);
  const asked = requestsOf(server);
  return {
    name: "http",
    start: () => listening(server, address),
    stop: () => closed(server, asked),
    port: () => (server.address() as AddressInfo).port, // an AddressInfo unless it listens on a socket file, which it never does
  };
}

function listening(server: Server, { port, host }: { port: number; host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EADDRINUSE") return reject(error);
      reject(
        new Error(`port ${port} of ${host} is taken: stop what uses it, or set PORT to another`, { cause: error }),
      );
    });
    server.listen(port, host, resolve);
  });
}

/** What is asked on each open connection and not answered yet. */
function requestsOf(server: Server): Map<Socket, Set<IncomingMessage>> {
  const asked = new Map<Socket, Set<IncomingMessage>>();
  server.on("connection", (socket: Socket) => {
    asked.set(socket, new Set());
    socket.once("close", () => asked.delete(socket));
  });
  server.on("request", (request, response) => {
    const requests = asked.get(request.socket);
    requests?.add(request);
    response.once("close", () => requests?.delete(request));
  });
  return asked;
}

function closed(server: Server, asked: ReadonlyMap<Socket, ReadonlySet<IncomingMessage>>): Promise<void> {
  if (!server.listening) return Promise.resolve();
  const stoppedAtMs = performance.now();
  /**
   * For Node a connection is idle only after its first answer, and once it closes it looks at no connection's age any more: one that
   * a client opened and never used, or a request that does not come to its end, would keep this process for minutes.
   */
  const hangUp = () => {
    server.closeIdleConnections();
    const sinceMs = performance.now() - stoppedAtMs;
    const isLate = sinceMs > server.headersTimeout;
    for (const [socket, requests] of asked) {
      const isWorkedOn = [...requests].some(({ complete }) => complete);
      // What had arrived by the stop is read within a moment.
      const isUnused = socket.bytesRead === 0 && sinceMs > unusedMs;
      if (isUnused || (isLate && !isWorkedOn)) socket.destroy();
    }
  };
  return new Promise((resolve, reject) => {
    // A kept-alive connection becomes idle only once its last answer is out.
    const idle = setInterval(hangUp, idleCheckMs);
    server.close((error) => {
      clearInterval(idle);
      if (error) reject(error);
      else resolve();
    });
    hangUp();
  });
}
