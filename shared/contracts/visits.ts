import { z } from "zod";
import { businessDay, commandId, id, instant, revision, text } from "./common";
import { checkInView, timeKind } from "./checkIns";
import type { Contract } from "./contract";

export const visitPurpose = z.enum(["newBusiness", "followUp", "samples", "payment", "service"]);

/** `doneAt`: it was done without a visit, such as by phone. */
const nextStepView = z.object({ text: z.string(), on: businessDay, doneAt: instant.nullable() });

const recordedView = {
  purpose: visitPurpose,
  peopleMet: z.string().nullable(),
  record: z.string(),
  nextStep: nextStepView.nullable(),
};

/** What the text of a record was before it was corrected, for whoever sees the visit among others. */
export const earlierRecord = z.object({ record: z.string(), writtenAt: instant });

/** What a record said before it was corrected. */
export const visitVersionView = z.object({ version: revision, ...recordedView, writtenAt: instant });

export const visitView = z.object({
  visitId: id,
  customerId: id,
  customerName: z.string(),
  ...recordedView,
  /** When its first version was written. */
  recordedAt: instant,
  /** 1: as it was written first. */
  version: revision,
  /** When this version was written; null for the first one. */
  correctedAt: instant.nullable(),
  on: businessDay,
  effective: z.boolean(),
  /** Why it does not count: the first condition that is missing. Null where it counts. */
  reason: z
    .enum(["checkIn.outside", "checkIn.unverified", "checkIn.rejected", "record.late", "alreadyCountedToday"])
    .nullable(),
  checkIn: checkInView,
  revision,
});

/** As a person writes it. */
const recorded = {
  purpose: visitPurpose,
  peopleMet: text(100).nullable(),
  record: text(500),
  nextStep: z.strictObject({ text: text(200), on: businessDay }).nullable(),
};

const ofVisit = z.strictObject({ visitId: id });
/** The version of the record that the person saw: where there is a later one, nothing is changed ("stale"). */
const versionSeen = { commandId, version: revision };
const corrected = z.object({ visitId: id, version: revision, effective: z.boolean() });

export const visitsContracts = {
  "visits.record": {
    summary: "Write what happened at a check-in. Makes it an effective visit, or says which condition is missing.",
    session: "member",
    body: z.strictObject({
      commandId,
      checkInId: id,
      ...recorded,
      /** When it was written, by the phone's server-anchored clock, where it was kept there before it was sent; else when it arrives. */
      written: z.strictObject({ at: instant, timeKind }).optional(),
    }),
    answer: z.object({ visit: visitView }),
    example: {
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a04",
        checkInId: "xiaowang:4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a03",
        purpose: "followUp",
        peopleMet: "张主任",
        record: "关注夜间监护数据导出,希望下周看演示",
        nextStep: { text: "演示", on: "2026-04-02" },
      },
    },
  },
  "visits.read": {
    summary: "One visit with its check-in, and what its record said before it was corrected.",
    session: "member",
    params: ofVisit,
    answer: z.object({
      visit: visitView,
      /** Newest first, at most 100. */
      earlier: z.array(visitVersionView),
      /** Until when it may be corrected; null where its month is closed. */
      correctableUntil: instant.nullable(),
    }),
    example: { params: { visitId: "xiaowang:4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a04" } },
  },
  "visits.correct": {
    summary:
      "Complete or correct a visit's record, until the cut-off of its month. The earlier version stays readable. One that does not count is judged as a record written now.",
    session: "member",
    params: ofVisit,
    body: z.strictObject({ ...versionSeen, ...recorded }),
    answer: corrected,
    example: {
      params: { visitId: "xiaowang:4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a04" },
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a05",
        version: 1,
        purpose: "followUp",
        peopleMet: "张主任、李护士长",
        record: "关注夜间监护数据导出,希望下周看演示,护士长也来",
        nextStep: { text: "演示", on: "2026-04-03" },
      },
    },
  },
  "visits.settleNextStep": {
    summary:
      "Say that the next step was done without a visit, such as by phone, or is to be on another day; or take that back. At any time.",
    session: "member",
    params: ofVisit,
    body: z.strictObject({ ...versionSeen, on: businessDay, done: z.boolean() }),
    answer: z.object({ visitId: id, version: revision }),
    example: {
      params: { visitId: "xiaowang:4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a04" },
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a06",
        version: 1,
        on: "2026-04-02",
        done: true,
      },
    },
  },
} satisfies Record<string, Contract>;
