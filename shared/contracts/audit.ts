import { z } from "zod";
import { businessDay, cursor, id, instant } from "./common";
import type { Contract } from "./contract";

/** One look of somebody at what is another's. */
export const auditedLookView = z.object({
  lookId: z.string(),
  at: instant,
  /** A member, or another system or job by its id. */
  byName: z.string(),
  /** Whom it is about, the first few; empty where it was about nobody in particular, such as all opening balances. */
  whomNames: z.array(z.string()),
  /** How many people it is about. */
  whomCount: z.number().int(),
  /** What was seen: as `privacy.looked` has it, opening balances, or this list. */
  what: z.enum([
    "checkIn.read",
    "sale.read",
    "member.read",
    "review.read",
    "refusal.read",
    "opening.read",
    "simulation.read",
    "audit.looks",
  ]),
  /** How many visits, check-ins or proposed pins were seen; null where it is about none. */
  seenCount: z.number().int().nullable(),
  /** The request by which it was first asked for; null where it is not known. */
  requestId: z.string().nullable(),
  /** Why, as whoever looked has said it; null where they were not asked, absent in answers of before. */
  reason: z.string().nullable().optional(),
});

export const auditContracts = {
  "audit.looks": {
    summary:
      "For auditors and administrators: who has looked at whose positions, visits, results and pay, newest first, 50 a page; of one person, at whom it was (`whom`) or who it was (`by`), and of a day. That somebody reads it is in it as well.",
    session: "member",
    cost: 5,
    query: z.strictObject({
      person: id.optional(),
      /** Which side the person is; `whom` where it is left out. */
      side: z.enum(["whom", "by"]).optional(),
      on: businessDay.optional(),
      cursor: cursor.optional(),
    }),
    answer: z.object({
      items: z.array(auditedLookView),
      nextCursor: cursor.nullable(),
      /** Who was asked for; null where nobody was, or nobody has this id. */
      personName: z.string().nullable(),
    }),
    example: { query: { person: "xiaowang", side: "whom", on: "2026-03-26" } },
  },
} satisfies Record<string, Contract>;
