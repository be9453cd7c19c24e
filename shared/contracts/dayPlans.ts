import { z } from "zod";
import { routeStopsMax } from "@shared/domain/route";
import { timeKind } from "./checkIns";
import { businessDay, commandId, instant } from "./common";
import type { Contract } from "./contract";

/** A client at one of its places: `<customer>/<site>`. */
const stop = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.:@~-]{0,127}\/[A-Za-z0-9][A-Za-z0-9_.:@~-]{0,127}$/);

const planView = z.object({
  /** In my order. */
  stops: z.array(z.string()),
  /** When I said so. */
  saidAt: instant,
});
const params = z.strictObject({ on: businessDay });

export const dayPlansContracts = {
  "dayPlans.read": {
    summary: "Where I mean to go on a day, in my own order, as I have said on whichever phone; null where I have not.",
    session: "member",
    params,
    answer: z.object({ plan: planView.nullable() }),
    example: { params: { on: "2026-03-26" } },
  },
  "dayPlans.set": {
    summary: "Say where I mean to go on a day, in my own order. What was said last stands, and is the answer.",
    session: "member",
    params,
    body: z.strictObject({
      commandId,
      stops: z.array(stop).max(routeStopsMax),
      /** When it was said, by the phone. */
      written: z.strictObject({ at: instant, timeKind }),
    }),
    answer: z.object({ plan: planView }),
    example: {
      params: { on: "2026-03-26" },
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a71",
        stops: ["c-haiyue/s1", "c-yuelian/s1"],
        written: { at: "2026-03-26T10:02:00+08:00", timeKind: "anchored" },
      },
    },
  },
} satisfies Record<string, Contract>;
