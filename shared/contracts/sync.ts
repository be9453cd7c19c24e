import { z } from "zod";
import { commandId, id } from "./common";
import type { Contract } from "./contract";

/** The commands that a phone may keep and send later. */
export const syncKinds = [
  "customers.create",
  "sites.add",
  "checkIns.create",
  "checkIns.answer",
  "checkIns.leave",
  "visits.record",
  "visits.correct",
  "visits.settleNextStep",
  "companions.name",
  "companions.answer",
  "dayPlans.set",
  "visitQuestions.ask",
  "visitQuestions.overrule",
  "followUps.record",
  "followUps.correct",
  "stages.move",
  "sales.submit",
  "sales.resubmit",
] as const;

export const syncItemsMax = 50;

export const syncContracts = {
  "sync.send": {
    summary:
      "Up to 50 commands and 200 KB that a phone has kept, each answered as its own operation would have. A bad one stops none of the others.",
    session: "member",
    cost: 10,
    apart: ["params", "body"],
    body: z.strictObject({
      /** Whose they are: somebody else's session sends nothing of theirs. */
      memberId: id,
      items: z
        .array(
          z.strictObject({
            commandId,
            /** An operation's id; another than a phone keeps is refused in its own answer. */
            kind: z.string().regex(/^[A-Za-z]{1,40}\.[A-Za-z]{1,40}$/),
            /** Those of one lane, such as of one customer, are done in the order of the list; different ones beside each other. */
            lane: id.optional(),
            /** As in the operation's path. */
            params: z.unknown().optional(),
            /** As the operation takes it; `commandId` may be left out. */
            body: z.unknown(),
          }),
        )
        .min(1)
        .max(syncItemsMax),
    }),
    answer: z.object({
      /** In the order of the list. */
      items: z.array(
        z.object({
          commandId,
          /** The HTTP status of the operation by itself. */
          status: z.number().int(),
          /** Its answer, or its problem details. */
          body: z.custom<Record<string, unknown>>(),
        }),
      ),
    }),
    example: {
      body: {
        memberId: "xiaowang",
        items: [
          {
            commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a41",
            kind: "checkIns.create",
            lane: "c-haiyue",
            body: {
              customerId: "c-haiyue",
              siteId: "s1",
              fix: { latDeg: 23.1291, lngDeg: 113.2644, accuracyM: 18, kind: "live" },
              tappedAt: "2026-03-26T10:02:00+08:00",
              timeKind: "anchored",
            },
          },
        ],
      },
    },
  },
} satisfies Record<string, Contract>;
