import { z } from "zod";
import { pinAccuracyMaxM } from "@shared/domain/pin";
import { commandId, cursor, id, instant, revision, text } from "./common";
import type { Contract } from "./contract";

/** GCJ-02 degrees. */
const point = z.object({ latDeg: z.number(), lngDeg: z.number() });
const pinBody = z.strictObject({ latDeg: z.number().min(-90).max(90), lngDeg: z.number().min(-180).max(180) });
const siteParams = z.strictObject({ customerId: id, siteId: id });
const proposalId = id;

/**
 * A check-in with a photo at a place without a pin, somebody who stood there and says that the pin is wrong, or a pin that is used meanwhile:
 * typed in, or taken where somebody stood.
 */
export const pinSource = z.enum(["checkIn", "moved", "typed", "taken"]);

export const pinProposalView = z.object({
  proposalId,
  customerId: id,
  customerName: z.string(),
  siteId: id,
  siteName: z.string(),
  address: z.string(),
  byName: z.string(),
  source: pinSource,
  note: z.string().nullable(),
  from: point.nullable(),
  to: point,
  /** How far it would move, whole meters; null where there was no pin. */
  movedM: z.number().nullable(),
  /** Of the position that it was taken from; null where it was typed in. */
  accuracyM: z.number().nullable(),
  /** When somebody stood there; null where it was typed in, absent in answers of before. */
  takenAt: instant.nullable().optional(),
  radiusM: z.number(),
  /** How far from it people stood at this place when they last were there; null where too few, absent in answers of before. */
  stoodAt: z.object({ count: z.number().int(), nearestM: z.number(), middleM: z.number() }).nullable().optional(),
  askedAt: instant,
  revision,
});

/** So many at a time are decided on together. */
const decidedMax = 50;

export const pinsContracts = {
  "pins.list": {
    summary:
      "Proposed pins that wait for my decision, the oldest first, 50 a page. Where somebody stood is shown: the look is noted, and they see it.",
    session: "member",
    query: z.strictObject({ cursor: cursor.optional() }),
    answer: z.object({ items: z.array(pinProposalView), nextCursor: cursor.nullable() }),
    example: { query: {} },
  },
  "pins.propose": {
    summary:
      "Say where a place of a client is, standing there, exact to 50 m. Its owner's leader decides; until then the pin stays where it is. The last proposal for a place stands.",
    session: "member",
    params: siteParams,
    body: z.strictObject({
      commandId,
      pin: pinBody,
      accuracyM: z.number().positive().max(pinAccuracyMaxM),
      /** Why it is there and not where the pin is. */
      note: text(200),
    }),
    answer: z.object({ proposalId, revision }),
    example: {
      params: { customerId: "c-haiyue", siteId: "s1" },
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9c11",
        pin: { latDeg: 23.1071, lngDeg: 113.3249 },
        accuracyM: 15,
        note: "搬到隔壁楼了",
      },
    },
  },
  "pins.decide": {
    summary:
      "Accept proposed pins or not, many at once, each by itself: what became of one stops none of the others. An accepted one is confirmed and counts from now on; not to accept it afterwards takes that back, as long as its pin was not set anew. For leaders above the client's owner; nobody on an own one.",
    session: "member",
    cost: 10,
    body: z.strictObject({
      commandId,
      accepted: z.boolean(),
      /** Told to who proposed it; asked for where it is not accepted. */
      reason: text(200).nullable(),
      /** Each once. */
      items: z
        .array(z.strictObject({ proposalId, revision }))
        .min(1)
        .max(decidedMax)
        .refine((items) => new Set(items.map((item) => item.proposalId)).size === items.length, {
          error: "value.twice",
        }),
    }),
    answer: z.object({
      items: z.array(
        z.object({
          proposalId,
          /** stale: proposed anew meanwhile; closed: it waits no more; notYours: others decide on it. */
          outcome: z.enum(["decided", "stale", "closed", "notYours"]),
        }),
      ),
    }),
    example: {
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9c12",
        accepted: true,
        reason: null,
        items: [{ proposalId: "pin-0123456789abcdef0123456789abcdef01234567", revision: 1 }],
      },
    },
  },
} satisfies Record<string, Contract>;
