import { z } from "zod";
import { targetMeasures } from "@shared/domain/target";
import { commandId, cursor, fen, id, instant, month, positiveFen, revision, text } from "./common";
import type { Contract } from "./contract";
import { actorName } from "./actor";

const measure = z.enum(targetMeasures);
const reason = text(200).nullable();

/** What a level keeps back on purpose, and why. */
const remainder = z.strictObject({ valueFen: positiveFen, reason: text(200) });

export const targetView = z.object({
  /** A member or a unit. */
  subjectId: id,
  measure,
  period: month,
  /** What is in force; null until it is published. */
  valueFen: fen.nullable(),
  /** What the level below keeps back on purpose; shown to those who set targets. */
  remainder: remainder.nullable(),
  /** What is proposed in place of it; shown to those who set targets. */
  draft: z.object({ valueFen: fen, reason, by: actorName, at: instant }).nullable(),
  publishedAt: instant.nullable(),
  revision,
});

export const targetVersionView = z.object({
  revision,
  action: z.enum(["set", "publish", "remainder"]),
  /** As it was afterwards. */
  valueFen: fen.nullable(),
  reason,
  by: actorName,
  at: instant,
});

const changes = z.object({
  changedCount: z.number().int(),
  /** Were so already. */
  unchangedCount: z.number().int(),
});

export const targetsContracts = {
  "targets.list": {
    summary: "Targets of a month that I may see, by subject, 100 a page: my own, and those of the units that I lead.",
    session: "member",
    query: z.strictObject({ measure, period: month, cursor: cursor.optional() }),
    answer: z.object({ items: z.array(targetView), nextCursor: cursor.nullable() }),
    example: { query: { measure: "sales.confirmed", period: "2026-03" } },
  },
  "targets.set": {
    summary:
      "Propose targets of a month. They are in force once published. What is so already is left alone; a target that changes goes up by one revision.",
    session: "member",
    scope: "targets.write",
    cost: 5,
    body: z.strictObject({
      commandId,
      measure,
      period: month,
      targets: z
        .array(
          z.strictObject({
            subjectId: id,
            valueFen: positiveFen,
            reason,
            /** 0 where there is no target yet. */
            revision,
          }),
        )
        .min(1)
        .max(200),
    }),
    answer: changes,
    example: {
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9b01",
        measure: "sales.confirmed",
        period: "2026-04",
        targets: [{ subjectId: "xiaoli", valueFen: 26_000_000, reason: "新客户多了", revision: 0 }],
      },
    },
  },
  "targets.publish": {
    summary:
      "Put proposed targets in force, level by level. A level is what hangs on one parent unit: with what it keeps back it adds up to the parent's target.",
    session: "member",
    cost: 5,
    body: z.strictObject({
      commandId,
      measure,
      period: month,
      /** Needed to change what is in force once the month has begun. */
      reason,
      levels: z
        .array(
          z.strictObject({
            /** null: the company's own target, which hangs on nothing. */
            parentId: id.nullable(),
            remainder: remainder.nullable(),
            targets: z.array(z.strictObject({ subjectId: id, revision })).max(200),
          }),
        )
        .min(1)
        .max(50),
    }),
    answer: changes,
    example: {
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9b02",
        measure: "sales.confirmed",
        period: "2026-04",
        reason: null,
        levels: [
          {
            parentId: "u3",
            remainder: { valueFen: 1_000_000, reason: "留给新人" },
            targets: [{ subjectId: "xiaoli", revision: 1 }],
          },
        ],
      },
    },
  },
  "targets.history": {
    summary: "Who set and published a target, when and why; oldest first.",
    session: "member",
    params: z.strictObject({ subjectId: id, measure, period: month }),
    answer: z.object({ items: z.array(targetVersionView) }),
    example: { params: { subjectId: "xiaowang", measure: "sales.confirmed", period: "2026-03" } },
  },
} satisfies Record<string, Contract>;
