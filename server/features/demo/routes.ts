import { AppError } from "@shared/errors";
import type { Deps } from "../../deps";
import { isLoopback, type AppContext, type Handlers } from "../../http";
import { DemoClock } from "./demoClock";

export const demoHandlers = (deps: Deps): Handlers<"demo"> => ({
  "demo.readClock": async ({ ctx }) => {
    const clock = clockFor(ctx, deps);
    return { now: clock.now().toISOString(), speed: clock.speed };
  },
  "demo.setClock": async ({ ctx, body }) => {
    const clock = clockFor(ctx, deps);
    await clock.set({ now: body.now === undefined ? undefined : new Date(body.now), speed: body.speed });
    return { now: clock.now().toISOString(), speed: clock.speed };
  },
});

/** The clock is moved from this machine and by a program: a page that somebody has open may not do it. */
function clockFor(ctx: AppContext, deps: Deps): DemoClock {
  const fromBrowser = ctx.get("Origin") !== "" || ctx.get("Sec-Fetch-Site") !== "";
  const forwarded = ctx.get("X-Forwarded-For") !== "";
  if (!isLoopback(ctx.req.socket.remoteAddress) || fromBrowser || forwarded) {
    throw new AppError("right.missing", "only programs on the demo's own machine may do that");
  }
  if (!(deps.clock instanceof DemoClock))
    throw new AppError("clock.invalid", "this process does not follow the demo's clock");
  return deps.clock;
}
