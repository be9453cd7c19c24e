import { z } from "zod";
import { reviewStates } from "@shared/domain/checkIn";
import { doubts } from "@shared/domain/checkInReview";
import { siteCodeFindings } from "@shared/domain/siteCode";
import { wifiFindings } from "@shared/domain/wifi";
import { trustSignalKinds } from "@shared/domain/trust";
import { businessDay, commandId, id, instant, revision, text, verdict } from "./common";
import type { Contract } from "./contract";
import { sha256 } from "./files";

export const positionFix = z.strictObject({
  /** GCJ-02 degrees. */
  latDeg: z.number().min(-90).max(90),
  lngDeg: z.number().min(-180).max(180),
  /** The phone's own doubt about its position in meters; null where it does not say. */
  accuracyM: z.number().min(0).max(1_000_000).nullable(),
  kind: z.enum(["live", "cached"]),
});

/** How the phone knows what time it is. */
export const timeKind = z.enum(["anchored", "estimated", "uncertain"]);

export const reviewState = z.enum(reviewStates);

/** Why a visit does not count: the first condition that is missing. */
export const visitReason = z.enum([
  "checkIn.outside",
  "checkIn.unverified",
  "checkIn.rejected",
  "record.late",
  "steps.missing",
  "alreadyCountedToday",
]);

export const reviewDecision = z.object({
  byName: z.string(),
  /** Of the leader who was away, where a deputy decided; null: by an own right. Absent in answers of before. */
  insteadOfName: z.string().nullable().optional(),
  reason: z.string(),
  at: instant,
});
export const reviewAppeal = z.object({ text: z.string(), at: instant, first: reviewDecision });

/** What was found of a client's code that was scanned at a tap. */
export const qrFinding = z.enum(siteCodeFindings);

/** What earlier check-ins at a place say of the network that a phone was connected to there. */
export const wifiFinding = z.enum(wifiFindings);

/** Why a check-in is in doubt. */
export const doubt = z.enum(doubts);

/** What there is to ask about a check-in, and what it comes to. None of it changes the verdict. */
export const signalsView = z.object({
  /** The weightiest first. */
  items: z.array(
    z.object({
      kind: z.enum(trustSignalKinds),
      /** What was found, and from where on it is a signal: in the kind's own unit. */
      value: z.number(),
      limit: z.number(),
      /** From which other check-in of mine, and by how much. */
      apart: z.object({ meters: z.number(), minutes: z.number(), customerName: z.string() }).nullable(),
    }),
  ),
  score: z.number().int(),
  /** From this score on a leader is asked. */
  askedFrom: z.number().int(),
  foundAt: instant,
});

export const checkInView = z.object({
  checkInId: id,
  customerId: id,
  customerName: z.string(),
  siteId: id,
  siteName: z.string(),
  verdict,
  distanceM: z.number().nullable(),
  accuracyM: z.number().nullable(),
  radiusM: z.number(),
  checkedInAt: instant,
  on: businessDay,
  /** A photo was taken at the tap; absent in answers kept from before. */
  hasPhoto: z.boolean().optional(),
  /** What was found of the client's code that was scanned at the tap; null without one, absent in answers kept from before. */
  qrFinding: qrFinding.nullable().optional(),
  /** What was found of the network at the tap; null where none was told or nobody had to ask, absent in answers of before. */
  wifiFinding: wifiFinding.nullable().optional(),
  /** When I left, where I said so; absent in answers kept from before. */
  leftAt: instant.nullable().optional(),
  /** The visit that this check-in belongs to, once recorded. */
  visitId: id.nullable(),
  /** What its record has come to, told where the day is read; null without a record, absent in other and older answers. */
  visit: z.object({ effective: z.boolean(), reason: visitReason.nullable() }).nullable().optional(),
  /** A record written by then makes it an effective visit. */
  recordUntil: instant,
  /**
   * True where this customer already has an accepted check-in of mine on that day: kept, not counted again. Told where the day is
   * read; null where one check-in is answered alone.
   */
  repeatedOnDay: z.boolean().nullable(),
  /** The better check-in of that day that has made good what was in doubt; null where none has, absent in answers kept from before. */
  mendedById: id.nullable().optional(),
  /** Of one too far away of which nothing was said: who would decide on it; told where the day is read, absent elsewhere. */
  wouldDecideNames: z.array(z.string()).optional(),
  /** In doubt, and put before whoever decides; null where nobody was asked, absent in answers kept from before. */
  review: z
    .object({
      state: reviewState,
      doubts: z.array(doubt),
      /** Undecided by then, a doubtful one counts, and an unverified one or one too far away does not. */
      decideUntil: instant,
      /** What I have to say about it. */
      answer: z.string().nullable(),
      /** With a photo of where I was; absent in answers kept from before. */
      hasPhoto: z.boolean().optional(),
      decision: reviewDecision.nullable(),
      /** The one before it, the other way round, where whoever has decided has changed it; absent in answers of before. */
      decisionBefore: reviewDecision.nullable().optional(),
      /** What I have said against a decision, and that one; null where I have not, absent in answers kept from before. */
      appeal: reviewAppeal.nullable().optional(),
      /** Until when I may ask a second person; null where that is not so, absent in answers kept from before. */
      appealUntil: instant.nullable().optional(),
      /** Whom it waits for, or whom a second look would be put before; told where the day is read, while either is so. */
      deciderNames: z.array(z.string()).optional(),
      revision,
    })
    .nullable()
    .optional(),
  /** What there is to ask about it; null where nothing is, absent in answers of before. */
  signals: signalsView
    .extend({
      /** From when on my leaders see it; null: I alone. */
      leaderSeesFrom: instant.nullable(),
      /** What I have said, where somebody may decide. */
      answer: z.string().nullable(),
      /** Whether I may say something by `checkIns.answer`, with this revision. */
      mayAnswer: z.boolean(),
      revision,
    })
    .nullable()
    .optional(),
});

export const checkInsContracts = {
  "checkIns.create": {
    summary: "One tap at a place. The server judges; the same tap sent again gets the same answer.",
    session: "member",
    body: z.strictObject({
      commandId,
      customerId: id,
      siteId: id,
      fix: positionFix.nullable(),
      /** When the tap happened, by the phone's server-anchored clock. */
      tappedAt: instant,
      timeKind,
      /** The id of a photo that was taken at the tap and sent by `files.put`. */
      photoId: commandId.optional(),
      photoHash: sha256.optional(),
      /** What was scanned at the tap, where it is a client's code. */
      /** The network that the phone was connected to, where its position was missing, poor or elsewhere. */
      wifi: z
        .strictObject({ ssid: text(32).nullable(), bssid: z.string().regex(/^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/) })
        .optional(),
      qrCode: z
        .string()
        .regex(/^XL1:[A-Za-z0-9_-]{43}$/)
        .optional(),
      /** By how much the phone's own clock was ahead of the server's, in milliseconds; absent where it does not know. */
      clockOffMs: z.number().int().min(-10_000_000_000_000).max(10_000_000_000_000).optional(),
    }),
    answer: z.object({ checkIn: checkInView }),
    example: {
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a03",
        customerId: "c-haiyue",
        siteId: "s1",
        fix: { latDeg: 23.1291, lngDeg: 113.2644, accuracyM: 18, kind: "live" },
        tappedAt: "2026-03-26T10:02:00+08:00",
        timeKind: "anchored",
      },
    },
  },
  "checkIns.mine": {
    summary: "My check-ins of one day, newest first (at most 100).",
    session: "member",
    query: z.strictObject({ on: businessDay }),
    answer: z.object({ items: z.array(checkInView) }),
    example: { query: { on: "2026-03-26" } },
  },
  "checkIns.photos": {
    summary: "What I photographed for a check-in of mine, as long as it is kept, by links that hold for five minutes.",
    session: "member",
    params: z.strictObject({ checkInId: id }),
    answer: z.object({
      photos: z.array(z.object({ takenFor: z.enum(["tap", "answer"]), keptUntil: instant, url: z.string() })),
      /** Whoever decides on it can see them, since somebody was asked about it; else I alone. */
      isSeenByDeciders: z.boolean(),
    }),
    example: { params: { checkInId: "xiaowang:4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a03" } },
  },
  "checkIns.leave": {
    summary:
      "Say that I have left the place of a check-in of mine, on its day: what is between is the time on site. Said once.",
    session: "member",
    params: z.strictObject({ checkInId: id }),
    /** `leftAt`: by the phone's server-anchored clock. */
    body: z.strictObject({ commandId, leftAt: instant, timeKind }),
    answer: z.object({ checkInId: id, leftAt: instant }),
    example: {
      params: { checkInId: "xiaowang:4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a03" },
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a33",
        leftAt: "2026-03-26T10:27:00+08:00",
        timeKind: "anchored",
      },
    },
  },
  "checkIns.appeal": {
    summary:
      "Ask a second person about a check-in of mine that was not accepted: once, within seven days. The decision stands until they decide.",
    session: "member",
    params: z.strictObject({ checkInId: id }),
    body: z.strictObject({ commandId, revision, text: text(200) }),
    answer: z.object({ checkIn: checkInView }),
    example: {
      params: { checkInId: "xiaowang:4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a03" },
      body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a34", revision: 2, text: "前台有我的访客登记" },
    },
  },
  "checkIns.answer": {
    summary:
      "Say something about a check-in of mine that is in doubt, or with a photo why one was too far away; one that does not count and that nobody decided on is asked about anew.",
    session: "member",
    params: z.strictObject({ checkInId: id }),
    body: z.strictObject({
      commandId,
      revision,
      text: text(200),
      /** The id of a photo that was sent by `files.put`. */
      photoId: commandId.optional(),
      photoHash: sha256.optional(),
    }),
    answer: z.object({ checkIn: checkInView }),
    example: {
      params: { checkInId: "xiaowang:4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a03" },
      body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a31", revision: 1, text: "在地下车库卸样品，定位不准" },
    },
  },
} satisfies Record<string, Contract>;
