import type Koa from "koa";
import type { Socket } from "node:net";
import type { AppState } from "./types";

const lingerMs = 2_000;
const lingerBytes = 16 * 1024 * 1024;

/**
 * Ends the connection of a request whose body was not read to its end: reading on just to keep the connection would let anybody
 * keep this process busy with what it has refused already.
 */
export const closeUnreadBody: Koa.Middleware<AppState> = async (ctx, next) => {
  try {
    await next();
  } finally {
    if (!ctx.req.complete) {
      ctx.set("Connection", "close");
      lingerOn(ctx.req.socket);
    }
  }
};

/**
 * Closing while the other side still sends makes its system throw the answer away unread. So our side of the connection is
 * closed at once, and what still comes is dropped for a moment, up to a bound.
 */
function lingerOn(socket: Socket): void {
  const readBefore = socket.bytesRead;
  // Node calls this when the last answer of a connection is out.
  socket.destroySoon = () => {
    socket.end();
    const startedMs = performance.now();
    const timer = setInterval(() => {
      const late = performance.now() - startedMs > lingerMs;
      if (late || socket.bytesRead - readBefore > lingerBytes) socket.destroy();
    }, 25).unref();
    socket.once("end", () => socket.destroy());
    socket.once("close", () => clearInterval(timer));
  };
}
