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

/** One of a level, or what it hangs on. */
const line = z.object({
  subjectId: id,
  isUnit: z.boolean(),
  name: z.string(),
  /** What was in force the month before. */
  lastFen: fen.nullable(),
  /** What is in force. */
  valueFen: fen.nullable(),
  /** What is proposed in place of it; shown to those who set it. */
  draft: z.object({ valueFen: fen, reason }).nullable(),
  revision,
  maySet: z.boolean(),
  /** Of an office, a unit at and below which there is no team, and of who belongs to none: as long as nothing is planned for it. */
  sellsNothing: z.boolean().optional(),
  /** Of a unit that has a target, and below which some have one: what is left of it, as proposed; below 0 where they have too much. */
  leftFen: fen.nullable(),
  /** Of a unit: what the publication in force keeps back on purpose; `leftFen` is without it. */
  keptFen: fen,
});

const proposed = z.object({
  subjectId: id,
  name: z.string(),
  revision,
  beforeFen: fen.nullable(),
  afterFen: fen,
});

/** What the reader could put in force now: what is proposed at this unit and below, from the top down. */
const publication = z.object({
  /** Whether the reader may: once the month has begun it is HR alone. */
  may: z.boolean(),
  levels: z.array(
    z.object({
      parentId: id.nullable(),
      parentName: z.string().nullable(),
      /** As it will be in force; null where it has none yet. */
      parentFen: fen.nullable(),
      /** What the level does not give out; 0 is as it should be, above that it has to be kept back on purpose. */
      restFen: fen,
      /** What is kept back on purpose by now. */
      remainder: remainder.nullable(),
      targets: z.array(proposed),
    }),
  ),
  /** How many people's progress changes by it, and in a month that has begun their pay: those who sell, and no office. */
  peopleCount: z.number().int(),
  /** Who they are, the first 20 of them by name. */
  peopleNames: z.array(z.string()).max(20),
  /** False: there is more, which comes when this has been published. */
  isWhole: z.boolean(),
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
  "targets.level": {
    summary:
      "One level of a month's targets: a unit with what hangs on it, last month's values beside them, and what could be published. Without a unit: from where the reader begins.",
    session: "member",
    cost: 5,
    query: z.strictObject({ measure, period: month, unitId: id.optional() }),
    answer: z.object({
      period: month,
      /** The month has begun: HR alone publishes, and what changes of what is in force needs a reason. */
      hasBegun: z.boolean(),
      /** From the top to the unit. */
      path: z.array(z.object({ unitId: id, name: z.string() })),
      /** The unit; null above the company. */
      parent: line.nullable(),
      rows: z.array(line),
      /** How many at this unit and below had a target last month, have none yet, and may be given one by the reader. */
      carriedCount: z.number().int(),
      publication,
    }),
    example: { query: { measure: "sales.confirmed", period: "2026-04", unitId: "u3" } },
  },
  "targets.carryOver": {
    summary:
      "Propose last month's targets for whoever hangs on a unit or below it and has none yet, as far as I may set them. Without a unit: everywhere.",
    session: "member",
    cost: 10,
    body: z.strictObject({ commandId, measure, period: month, unitId: id.nullable() }),
    answer: changes,
    example: {
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9b03",
        measure: "sales.confirmed",
        period: "2026-04",
        unitId: "u3",
      },
    },
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
