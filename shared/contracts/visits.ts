import { z } from "zod";
import { visitTypeLimits } from "@shared/domain/visitType";
import { businessDay, commandId, id, instant, revision, text } from "./common";
import { companionView } from "./companions";
import { checkInView, timeKind, visitReason } from "./checkIns";
import type { Contract } from "./contract";
import { sha256 } from "./files";
import { visitTypeView } from "./visitTypes";

export const visitPurpose = z.enum(["newBusiness", "followUp", "samples", "payment", "service"]);

/** `doneAt`: it was done without a visit, such as by phone. */
const nextStepView = z.object({ text: z.string(), on: businessDay, doneAt: instant.nullable() });

/** By the id that the phone has made, and of which content. */
const recordFile = z.strictObject({ fileId: commandId, hash: sha256 });

/** What was spoken, as an audio file; a phone's recorder stops a little late. */
const voiceNote = z.strictObject({
  ...recordFile.shape,
  lengthMs: z
    .number()
    .int()
    .min(1)
    .max(visitTypeLimits.voiceMs + 1_000),
});

const productCount = z.strictObject({
  product: text(visitTypeLimits.product),
  count: z.number().int().min(0).max(visitTypeLimits.count),
});

const recordedView = {
  purpose: visitPurpose,
  peopleMet: z.string().nullable(),
  /** Those of them who are contacts of the client, with the names that they had. Absent: none. */
  met: z.array(z.object({ contactId: z.string(), name: z.string() })).optional(),
  record: z.string(),
  /** What was spoken beside it; absent or null: nothing. */
  voice: z.object({ fileId: z.string(), hash: z.string(), lengthMs: z.number().int() }).nullable().optional(),
  nextStep: nextStepView.nullable(),
  /** The type as it was in the version that the record was written by. */
  type: visitTypeView,
  /** What was answered at steps of the type's own, in their order. */
  answers: z.array(
    z.object({
      stepId: id,
      value: z.string(),
      files: z.array(z.object({ fileId: z.string(), hash: z.string() })).optional(),
      counts: z.array(z.object({ product: z.string(), count: z.number().int() })).optional(),
    }),
  ),
};

/** The same for whoever sees the record among others. `files`: how many photos or drawings there are. */
export const answeredStep = z.object({
  label: z.string(),
  value: z.string(),
  files: z.number().int().optional(),
});

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
  reason: visitReason.nullable(),
  checkIn: checkInView,
  revision,
});

/** As a person writes it. */
const recorded = {
  purpose: visitPurpose,
  peopleMet: text(100).nullable(),
  /** Those of them who are contacts of the client; one that the client has no more is left to its name. Absent: as it was. */
  met: z
    .array(z.strictObject({ contactId: id, name: text(40) }))
    .max(20)
    .optional(),
  record: text(500),
  /** Absent: none, or that of the record which is corrected. */
  voice: voiceNote.nullable().optional(),
  nextStep: z.strictObject({ text: text(200), on: businessDay }).nullable(),
  /** A type's version. Absent: a plain visit, or that of the record which is corrected. */
  type: z.strictObject({ typeId: id, version: revision }).optional(),
  /** At the steps of the type's own, in any order. Absent: none, or those of the record which is corrected. */
  answers: z
    .array(
      z.strictObject({
        stepId: id,
        /** Of a signature who has signed; empty for photos and products. */
        value: text(visitTypeLimits.answer).or(z.literal("")),
        files: z.array(recordFile).max(visitTypeLimits.photos).optional(),
        counts: z.array(productCount).max(visitTypeLimits.products).optional(),
      }),
    )
    .max(visitTypeLimits.steps)
    .optional(),
};

/** When it was written, by the phone's server-anchored clock, where it was kept there before it was sent; else when it arrives. */
const written = z.strictObject({ at: instant, timeKind });

const ofVisit = z.strictObject({ visitId: id });
/** The version of the record that the person saw: where there is a later one, nothing is changed ("stale"). */
const versionSeen = { commandId, version: revision };
const corrected = z.object({ visitId: id, version: revision, effective: z.boolean() });

export const visitsContracts = {
  "visits.record": {
    summary:
      "Write what happened at a check-in, step by step of its type. Makes it an effective visit, or says which condition is missing.",
    session: "member",
    body: z.strictObject({
      commandId,
      checkInId: id,
      ...recorded,
      written: written.optional(),
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
        type: { typeId: "hospital", version: 1 },
        answers: [{ stepId: "feedback", value: "同意下周看演示" }],
      },
    },
  },
  "visits.read": {
    summary:
      "One visit with its check-in, and what its record said before it was corrected. Leaders and auditors read others' visits; each look is noted and shown to whose it is.",
    session: "member",
    params: ofVisit,
    answer: z.object({
      visit: visitView,
      /** Newest first, at most 100. */
      earlier: z.array(visitVersionView),
      /** The photos, signatures and voice notes of the record and of what it said before. Absent in answers that left them out: none. */
      files: z
        .array(
          z.object({
            fileId: z.string(),
            /** A link, which holds for five minutes; null: it is erased. */
            url: z.string().nullable(),
          }),
        )
        .optional(),
      /** Whose it is, for somebody else. `mayReview`: they lead its rep, and read what was asked about its check-in. Absent where it is one's own. */
      rep: z.object({ memberId: id, name: z.string(), mayReview: z.boolean() }).optional(),
      /** Colleagues whom it names, in that order; absent in answers kept from before. */
      companions: z.array(companionView).optional(),
      /** Until when it may be corrected; null where its month is closed. */
      correctableUntil: instant.nullable(),
    }),
    example: { params: { visitId: "xiaowang:4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a04" } },
  },
  "visits.correct": {
    summary:
      "Complete or correct a visit's record, until the cut-off of its month. The earlier version stays readable. One that does not count is judged as a record that is written when the correction is.",
    session: "member",
    params: ofVisit,
    body: z.strictObject({ ...versionSeen, ...recorded, written: written.optional() }),
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
  "visits.week": {
    summary:
      "My week: effective visits so far, how many are expected, and whether that is behind the days that are over.",
    session: "member",
    answer: z.object({
      from: businessDay,
      to: businessDay,
      done: z.number().int(),
      /** Null: nothing is expected. */
      target: z.number().int().nullable(),
      /** What was said of every week, of which days off and make-up days make the target. Absent in answers kept from before. */
      perWeek: z.number().int().nullable().optional(),
      /** Of the week. Absent in answers kept from before. */
      workingDays: z.number().int().optional(),
      /** What the days up to and including today ask for. Absent in answers kept from before. */
      dueByNow: z.number().int().optional(),
      isBehind: z.boolean(),
    }),
    example: {},
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
