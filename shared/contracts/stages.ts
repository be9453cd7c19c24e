import { z } from "zod";
import { customerStages } from "@shared/domain/customer";
import { stageReasonMax } from "@shared/domain/stage";
import { timeKind } from "./checkIns";
import { commandId, id, instant, text } from "./common";
import type { Contract } from "./contract";

export const stagesContracts = {
  "stages.move": {
    summary:
      "Say that a customer whom I serve is at another stage, and from which one it went there. Back needs a reason. The first time that a customer reaches a stage counts for whoever says so.",
    session: "member",
    params: z.strictObject({ customerId: id }),
    body: z.strictObject({
      commandId,
      /** As the person saw it: where it is at another one by now, nothing is changed ("stage.changed"). */
      from: text(20),
      to: z.enum(customerStages),
      reason: text(stageReasonMax).nullable(),
      /** When it was said, by the phone's server-anchored clock; else when it arrives. */
      written: z.strictObject({ at: instant, timeKind }).optional(),
    }),
    answer: z.object({ stageChangeId: id, customerId: id, stage: z.string() }),
    example: {
      params: { customerId: "c-haiyue" },
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a71",
        from: "初步接触",
        to: "需求调研",
        reason: null,
      },
    },
  },
  "stages.undo": {
    summary:
      "Take back that a customer went to another stage, where it is still there, until the cut-off of the month in which I said so.",
    session: "member",
    params: z.strictObject({ stageChangeId: id }),
    body: z.strictObject({ commandId }),
    answer: z.object({ stageChangeId: id, customerId: id, stage: z.string() }),
    example: {
      params: { stageChangeId: "xiaowang:4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a71" },
      body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a72" },
    },
  },
} satisfies Record<string, Contract>;
