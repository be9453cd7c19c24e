import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { addressGroup, plainAddress } from "./clientAddress";
import type { ConnectionLimits, Listener } from "./httpServer";

/**
 * Refuses connections above the caps, and ends those that lie idle. What nobody is known behind must not be able to take all
 * that there is.
 */
export function guardConnections(server: Server, limits: ConnectionLimits): void {
  server.maxConnections = limits.connections;
  server.setTimeout(limits.idleMs, (socket) => socket.destroy());
  if (!Number.isFinite(limits.connectionsPerAddress)) return;
  const open = new Map<string, number>();
  server.on("connection", (socket: Socket) => {
    const address = addressGroup(plainAddress(socket.remoteAddress ?? "") ?? "unknown");
    const count = (open.get(address) ?? 0) + 1;
    open.set(address, count);
    socket.once("close", () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
    if (count > limits.connectionsPerAddress) socket.destroy();
  });
}

/**
 * Hangs up on a connection that sends more requests than it waits for answers to: browsers and proxies send one at a time, and
 * Node itself would begin with all of them at once. The last request that a connection may send is answered with its end.
 */
export function withRequestCaps(
  listener: Listener,
  { pipeline, requestsPerConnection }: Pick<ConnectionLimits, "pipeline" | "requestsPerConnection">,
) {
  const counts = new WeakMap<Socket, { waiting: number; sent: number }>();
  return (request: IncomingMessage, response: ServerResponse): void => {
    const { socket } = request;
    if (socket.destroyed) return;
    const count = counts.get(socket) ?? { waiting: 0, sent: 0 };
    counts.set(socket, count);
    count.waiting += 1;
    count.sent += 1;
    if (count.waiting > pipeline || count.sent > requestsPerConnection) return void socket.destroy();
    response.once("close", () => (count.waiting -= 1));
    if (count.sent === requestsPerConnection) response.shouldKeepAlive = false;
    void listener(request, response);
  };
}
