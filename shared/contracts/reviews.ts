import { z } from "zod";
import { businessDay, commandId, id, instant, revision, text, verdict } from "./common";
import { doubt, qrFinding, reviewAppeal, reviewDecision, reviewState, signalsView, wifiFinding } from "./checkIns";
import type { Contract } from "./contract";
import { answeredStep, earlierRecord, visitPurpose } from "./visits";

export const reviewView = z.object({
  checkInId: id,
  rep: z.object({ memberId: id, name: z.string() }),
  customerName: z.string(),
  on: businessDay,
  checkedInAt: instant,
  verdict,
  state: reviewState,
  decideUntil: instant,
  /** Whether the rep has said something about it. */
  isAnswered: z.boolean(),
  /** What the rep says about it. */
  answer: z.object({ text: z.string(), photoUrl: z.string().nullable(), at: instant }).nullable(),
  /** The photo that was taken at the tap; null where none was, absent in answers of before. */
  tapPhotoUrl: z.string().nullable().optional(),
  /** What was found of the client's code that was scanned at the tap; null without one, absent in answers of before. */
  qrFinding: qrFinding.nullable().optional(),
  /** What was found of the network that the phone was connected to; null where nothing was, absent in answers of before. */
  wifiFinding: wifiFinding.nullable().optional(),
  /** Why it is in doubt. */
  doubts: z.array(doubt),
  /** What else there is to ask about it, once its rep has had time to see it; null: nothing. Absent in answers of before. */
  signals: signalsView.nullable().optional(),
  siteName: z.string(),
  distanceM: z.number().nullable(),
  accuracyM: z.number().nullable(),
  radiusM: z.number(),
  /** What was written about the visit; null where nothing was. */
  record: z
    .object({
      purpose: visitPurpose,
      peopleMet: z.string().nullable(),
      text: z.string(),
      /** Of the visit's type. */
      typeName: z.string(),
      answers: z.array(answeredStep),
    })
    .nullable(),
  decision: reviewDecision.nullable(),
  /** What the rep says against a decision, and that one; null where it is the first time, absent in answers of before. */
  appeal: reviewAppeal.nullable().optional(),
  revision,
});

/** The reader has decided on it, and may decide otherwise until then; null: not, or no more. Absent in answers of before. */
const mayChangeUntil = instant.nullable().optional();

export const reviewsContracts = {
  "reviews.read": {
    summary:
      "A check-in in doubt with why, what its rep says and what was written. The look is noted, and its rep sees it.",
    session: "member",
    params: z.strictObject({ checkInId: id }),
    answer: z.object({
      review: reviewView,
      /** What was written about the visit before it was corrected, newest first. */
      earlierRecords: z.array(earlierRecord),
      /** It waits, and the reader has not decided on it before. Absent in answers of before. */
      mayDecide: z.boolean().optional(),
      /** Who does, where the reader has decided on it before and may not; absent otherwise. */
      deciderNames: z.array(z.string()).optional(),
      mayChangeUntil,
    }),
    example: { params: { checkInId: "xiaowang:4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a03" } },
  },
  "reviews.decide": {
    summary:
      "Accept a check-in in doubt or not, with the reason. Its visit and its pay follow, and its rep is told. For half an hour whoever has decided may decide otherwise, while nobody has acted on it.",
    session: "member",
    params: z.strictObject({ checkInId: id }),
    body: z.strictObject({ commandId, revision, accepted: z.boolean(), reason: text(200) }),
    answer: z.object({ review: reviewView, mayChangeUntil }),
    example: {
      params: { checkInId: "xiaowang:4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a03" },
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a32",
        revision: 1,
        accepted: true,
        reason: "客户确认他来过",
      },
    },
  },
} satisfies Record<string, Contract>;
