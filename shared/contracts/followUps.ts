import { z } from "zod";
import { followUpChannels, followUpLengths } from "@shared/domain/followUp";
import { timeKind } from "./checkIns";
import { businessDay, commandId, id, instant, revision, text } from "./common";
import type { Contract } from "./contract";

export const followUpChannel = z.enum(followUpChannels);

const said = { channel: followUpChannel, people: z.string().nullable(), record: z.string() };

export const followUpView = z.object({
  followUpId: id,
  customerId: id,
  customerName: z.string(),
  ...said,
  /** When one was in touch. */
  at: instant,
  on: businessDay,
  /** 1: as it was written first. */
  version: revision,
  /** When this version was written; null for the first one. */
  correctedAt: instant.nullable(),
});

/** As a person writes it. */
const recorded = {
  channel: followUpChannel,
  people: text(followUpLengths.people).nullable(),
  record: text(followUpLengths.record),
};

/** When it was written, by the phone's server-anchored clock; else when it arrives. */
const written = z.strictObject({ at: instant, timeKind });

const ofFollowUp = z.strictObject({ followUpId: id });
const example = { channel: "phone", people: "张主任", record: "确认了下周演示的时间" };
const followUpId = "xiaowang:4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a61";

export const followUpsContracts = {
  "followUps.record": {
    summary:
      "Write down that I was in touch with a customer without going there: by phone, WeCom or mail. It counts as a follow-up, never as a visit.",
    session: "member",
    body: z.strictObject({ commandId, customerId: id, ...recorded, written: written.optional() }),
    answer: z.object({ followUp: followUpView }),
    example: {
      body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a61", customerId: "c-haiyue", ...example },
    },
  },
  "followUps.read": {
    summary: "One follow-up of mine, and what its record said before it was corrected.",
    session: "member",
    params: ofFollowUp,
    answer: z.object({
      followUp: followUpView,
      /** Newest first, at most 100. */
      earlier: z.array(z.object({ version: revision, ...said, writtenAt: instant })),
      /** Until when it may be corrected; null where its month is closed. */
      correctableUntil: instant.nullable(),
    }),
    example: { params: { followUpId } },
  },
  "followUps.correct": {
    summary: "Correct a follow-up's record, until the cut-off of its month. The earlier version stays readable.",
    session: "member",
    params: ofFollowUp,
    /** `version`: the one that the person saw; where there is a later one, nothing is changed ("stale"). */
    body: z.strictObject({ commandId, version: revision, ...recorded, written: written.optional() }),
    answer: z.object({ followUpId: id, version: revision }),
    example: {
      params: { followUpId },
      body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a62", version: 1, ...example, channel: "wecom" },
    },
  },
} satisfies Record<string, Contract>;
