import { z } from "zod";
import { exportChosenMax, exportFormats, exportKinds, exportStates } from "@shared/domain/exports";
import { commandId, id, instant, month, revision, searched, text } from "./common";
import type { Contract } from "./contract";
import { grade, pinKnown } from "./customerViews";
import { saleState } from "./sales";
import { task } from "./tasks";

const count = z.number().int().min(0);

/** What the list was narrowed to. */
const narrowing = {
  /** Own ones, or all that one may read. */
  view: z.enum(["mine", "seen"]),
  /** Of customers alone. */
  words: searched.optional(),
  grade: grade.optional(),
  pin: pinKnown.optional(),
  /** Of sales alone. */
  state: saleState.optional(),
  /** Of sales: in which they were recorded. Of visits it has to be said. */
  period: month.optional(),
};

export const exportView = z.object({
  exportId: id,
  what: z.enum(exportKinds),
  format: z.enum(exportFormats),
  filter: z.object({
    ...narrowing,
    /** Of customers that were chosen one by one: how many they are. */
    chosen: count.optional(),
  }),
  reason: z.string(),
  by: z.object({ memberId: id, name: z.string() }),
  state: z.enum(exportStates),
  /** Null as long as nobody knows. */
  rows: count.nullable(),
  askedAt: instant,
  /** When it lapses if nobody decides; null where it waits for nobody. */
  waitsUntil: instant.nullable(),
  /** Whom it waits for; empty where nobody can, or it waits for nobody. */
  deciderNames: z.array(z.string()),
  /** Whether the reader decides on it now. */
  mayDecide: z.boolean(),
  decision: z
    .object({ byName: z.string(), allowed: z.boolean(), reason: z.string().nullable(), at: instant })
    .nullable(),
  /** For whom it is made: how far that is; null for others, and where that is no longer told. */
  task: task.nullable(),
  /** What can be taken away; null for others, and before it is there or once it is gone. */
  file: z.object({ name: z.string(), bytes: count, keptUntil: instant }).nullable(),
  revision,
});

const params = z.strictObject({ exportId: id });
const exampleId = { exportId: "xiaowang:4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9e01" };

export const exportsContracts = {
  "exports.create": {
    summary:
      "Take a list away as a table: the rows and columns that the list shows the caller, as CSV, or as XLSX up to 20,000 rows. With more than 1,000 rows a second person allows it first; the task then ends without a file, and the export waits.",
    session: "member",
    cost: 20,
    beginsTask: true,
    body: z.strictObject({
      commandId,
      what: z.enum(exportKinds),
      format: z.enum(exportFormats),
      filter: z.strictObject({
        ...narrowing,
        /** Of customers: those that were chosen one by one, as far as they are the caller's to read. */
        customerIds: z.array(id).min(1).max(exportChosenMax).optional(),
      }),
      reason: text(200),
    }),
    answer: z.object({ export: exportView, task }),
    example: {
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9e02",
        what: "sales",
        format: "csv",
        filter: { view: "mine", period: "2026-03" },
        reason: "和财务对账",
      },
    },
  },
  "exports.mine": {
    summary: "Tables that I have asked for, the newest first, at most twenty.",
    session: "member",
    answer: z.object({ items: z.array(exportView) }),
    example: {},
  },
  "exports.read": {
    summary: "One of mine, or one that I am to decide on.",
    session: "member",
    params,
    answer: z.object({ export: exportView }),
    example: { params: exampleId },
  },
  "exports.decide": {
    summary: "Allow somebody else's table of more than 1,000 rows, or refuse it with a reason.",
    session: "member",
    params,
    body: z.strictObject({ commandId, revision, allowed: z.boolean(), reason: text(200).nullable() }),
    answer: z.object({ export: exportView }),
    example: {
      params: exampleId,
      body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9e03", revision: 2, allowed: true, reason: null },
    },
  },
  "exports.withdraw": {
    summary: "Take back that I wish to take a table away, while it waits for somebody to allow it.",
    session: "member",
    params,
    body: z.strictObject({ commandId, revision }),
    answer: z.object({ export: exportView }),
    example: {
      params: exampleId,
      body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9e04", revision: 2 },
    },
  },
  "exports.link": {
    summary: "A link to take a table of mine away, which holds for five minutes. That it was opened is noted.",
    session: "member",
    params,
    answer: z.object({ url: z.string(), name: z.string(), bytes: count, keptUntil: instant }),
    example: { params: exampleId },
  },
} satisfies Record<string, Contract>;
