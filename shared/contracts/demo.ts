import { z } from "zod";
import { instant } from "./common";
import type { Contract } from "./contract";

const clock = z.object({ now: instant, speed: z.number() });

export const demoContracts = {
  "demo.readClock": {
    summary: "What time it is in the demo, and how fast it goes (0 stands still).",
    session: "none",
    demoOnly: true,
    answer: clock,
    example: {},
  },
  "demo.setClock": {
    summary: "Move or speed up the demo's business time. Machinery (leases, sessions) keeps real time.",
    session: "none",
    demoOnly: true,
    body: z.strictObject({ now: instant.optional(), speed: z.number().min(0).max(3600).optional() }),
    answer: clock,
    example: { body: { now: "2026-03-26T18:40:00+08:00", speed: 1 } },
  },
} satisfies Record<string, Contract>;
