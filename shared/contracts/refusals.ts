import { z } from "zod";
import { instant } from "./common";
import type { Contract } from "./contract";

/** `<member>:<commandId>:<hash>`. */
const refusalId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.:@~-]{0,199}$/);

export const refusalView = z.object({
  refusalId,
  byName: z.string(),
  /** Of what command, such as `visits.record`. */
  kind: z.string(),
  /** Why: the code of the refusal, and what was wrong with which field. */
  code: z.string(),
  faults: z.array(z.object({ field: z.string(), code: z.string() })),
  /** The request number that the person may quote. */
  reference: z.string(),
  at: instant,
  /** What was sent is kept, and can be read. */
  hasBody: z.boolean(),
});

export const refusalsContracts = {
  "refusals.list": {
    summary:
      "For administrators: commands that phones had kept and that were refused, or that the server broke on, newest first, at most 50. They are kept for 30 days.",
    session: "member",
    answer: z.object({ items: z.array(refusalView), isWhole: z.boolean() }),
    example: {},
  },
  "refusals.read": {
    summary: "What was sent with one of them, as JSON text without coordinates. Each look is noted for the person.",
    session: "member",
    params: z.strictObject({ refusalId }),
    answer: z.object({ refusalId, body: z.string().nullable() }),
    example: { params: { refusalId: "xiaowang:4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9d01:Zk3q9aT1bX0c" } },
  },
} satisfies Record<string, Contract>;
