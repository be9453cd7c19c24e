import { z } from "zod";
import { businessDay, commandId, id, instant, revision, text } from "./common";
import { checkInView } from "./checkIns";
import type { Contract } from "./contract";

export const visitPurpose = z.enum(["newBusiness", "followUp", "samples", "payment", "service"]);

export const visitView = z.object({
  visitId: id,
  customerId: id,
  customerName: z.string(),
  purpose: visitPurpose,
  peopleMet: z.string().nullable(),
  record: z.string(),
  nextStep: z.object({ text: z.string(), on: businessDay }).nullable(),
  recordedAt: instant,
  on: businessDay,
  effective: z.boolean(),
  /** Why it does not count: the first condition that is missing. Null where it counts. */
  reason: z.enum(["checkIn.outside", "checkIn.unverified", "record.late", "alreadyCountedToday"]).nullable(),
  checkIn: checkInView,
  revision,
});

export const visitsContracts = {
  "visits.record": {
    summary: "Write what happened at a check-in. Makes it an effective visit, or says which condition is missing.",
    session: "member",
    body: z.strictObject({
      commandId,
      checkInId: id,
      purpose: visitPurpose,
      peopleMet: text(100).nullable(),
      record: text(500),
      nextStep: z.strictObject({ text: text(200), on: businessDay }).nullable(),
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
    summary: "One visit with its check-in.",
    session: "member",
    params: z.strictObject({ visitId: id }),
    answer: z.object({ visit: visitView }),
    example: { params: { visitId: "xiaowang:4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a04" } },
  },
} satisfies Record<string, Contract>;
