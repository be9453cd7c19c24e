import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Service } from "../lib/services";

const idleCheckMs = 50;

export interface HttpServer extends Service {
  /** The port that it listens on; useful where 0 asked for any. */
  port(): number;
}

export type Listener = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** Listens; when stopped, takes no new requests and lets those under way finish. */
export function httpServer(listener: Listener, address: { port: number; host: string }): HttpServer {
  const server = createServer(
    { requestTimeout: 60_000, headersTimeout: 15_000 },
    (request, response) => void listener(request, response),
  );
  return {
    name: "http",
    start: () => listening(server, address),
    stop: () => closed(server),
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

function closed(server: Server): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise((resolve, reject) => {
    // A kept-alive connection becomes idle only once its last answer is out.
    const idle = setInterval(() => server.closeIdleConnections(), idleCheckMs);
    server.close((error) => {
      clearInterval(idle);
      if (error) reject(error);
      else resolve();
    });
    server.closeIdleConnections();
  });
}
