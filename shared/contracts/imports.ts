import { z } from "zod";
import { importPurposes, importSources, importStates, rowResults } from "@shared/domain/importing";
import { businessDay, commandId, cursor, fen, id, instant, month, revision, text } from "./common";
import type { Contract } from "./contract";
import { task } from "./tasks";

const count = z.number().int().min(0);
const shown = z.string();
/** What a table calls something: any text of a cell, which need not be one that a person may type. */
const heading = z.string().min(1).max(300);

/** What a person says of a file where it was found to be otherwise; what is left out is found. */
export const importChoices = z.strictObject({
  encoding: z.enum(["utf-8", "utf-16le", "utf-16be", "gb18030"]).optional(),
  separator: z.enum([",", ";", "\t", "|"]).optional(),
  sheet: z.string().min(1).max(100).optional(),
  headerRow: z.number().int().min(1).max(60).optional(),
  /** Which field a heading is; null: none. */
  mapping: z
    .array(z.strictObject({ heading, field: z.string().max(30).nullable() }))
    .max(200)
    .optional(),
  /** Whether clients that are there already go to whom the table names, from a day to come; left out: their owners stay. */
  givesOwners: z.boolean().optional(),
  /**
   * From when on clients that are new belong to whom the table names, where it has no day for it; left out: "always", since nobody else
   * has had them here, so that sales signed before the import are that person's too.
   */
  ownedSince: z.enum(["always", "today"]).optional(),
  answers: z
    .strictObject({
      sorts: z.array(z.string().max(100)).max(200).optional(),
      example: z.boolean().optional(),
      period: month.optional(),
    })
    .optional(),
});

const question = z.object({ code: z.string(), values: z.array(shown), proposed: z.array(shown) });

const importView = z.object({
  importId: id,
  purpose: z.enum(importPurposes),
  source: z.enum(importSources),
  fileName: z.string(),
  state: z.enum(importStates),
  choices: importChoices,
  /** How the file is read; null before it was looked at. */
  found: z
    .object({
      container: z.enum(["text", "workbook"]),
      encoding: z.string().nullable(),
      separator: z.string().nullable(),
      sheets: z.array(shown),
      sheet: shown.nullable(),
      headerRows: z.array(count),
      /** How its first rows begin, to say which is the heading. */
      head: z.array(z.object({ row: count, text: shown })),
      columns: z.array(
        z.object({ heading: shown, field: z.string().nullable(), sample: shown, isHidden: z.boolean() }),
      ),
      questions: z.array(question),
      rows: count,
      hiddenRows: count,
      /** The columns are those of the last import from this source. */
      isRemembered: z.boolean(),
    })
    .nullable(),
  /** Why it is not read at all, in a sentence of three parts; null where it is. */
  refusal: shown.nullable(),
  /** What the rows would become, or have become. */
  counts: z.array(z.object({ is: z.enum(rowResults), count })),
  /** Which fields a column may be. */
  fields: z.array(z.string()),
  taskId: id,
  /** Whether there is a file of the rows that wait, to be mended and sent again. */
  hasErrorFile: z.boolean(),
  byName: z.string(),
  createdAt: instant,
  ranAt: instant.nullable(),
  /** Until when the clients that it has made can be taken back; null where they cannot. */
  undoUntil: businessDay.nullable(),
  revision,
});

const importRow = z.object({
  row: count,
  /** Where it begins in a text editor, where that is another line. */
  line: count.nullable(),
  is: z.enum(rowResults),
  why: z.string().nullable(),
  /** Why, and what to do, in a sentence. */
  sentence: shown.nullable(),
  name: shown.nullable(),
  /** The client that it became, or is asked about. */
  customerId: id.nullable(),
  column: shown.nullable(),
  value: shown.nullable(),
  other: shown.nullable(),
  otherRow: count.nullable(),
  candidates: z.array(shown),
  notices: z.array(shown),
});

const params = z.strictObject({ importId: id });
const importId = "hr:4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9d01";
const begun = z.object({ importId: id, task });

export const importsContracts = {
  "imports.create": {
    summary:
      "Look at a table that was sent (files.put): what it is, which column is what, and what would become of each row. Nothing is imported yet. Clients for administrators, opening balances for finance and HR.",
    session: "member",
    beginsTask: true,
    body: z.strictObject({
      commandId,
      purpose: z.enum(importPurposes),
      source: z.enum(importSources),
      fileId: commandId,
      fileName: text(200),
    }),
    answer: begun,
    example: {
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9d01",
        purpose: "customers",
        source: "crm",
        fileId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9b01",
        fileName: "客户.csv",
      },
    },
  },
  "imports.template": {
    summary: "The columns of a table that can be imported: what each is called, what may stand in it, and an example.",
    session: "member",
    params: z.strictObject({ purpose: z.enum(importPurposes) }),
    answer: z.object({
      columns: z.array(
        z.object({
          field: z.string(),
          heading: z.string(),
          /** A row without it waits. */
          isRequired: z.boolean(),
          /** Where its values are of a list: all of them. */
          values: z.array(z.string()),
          /** What stands in the example row, which is not imported; empty: nothing. */
          example: z.string(),
        }),
      ),
    }),
    example: { params: { purpose: "customers" } },
  },
  "imports.mine": {
    summary: "Own imports of the last thirty days, the newest first, at most twenty.",
    session: "member",
    answer: z.object({ items: z.array(importView.omit({ found: true, choices: true, fields: true })) }),
    example: {},
  },
  "imports.read": {
    summary: "How a table is read, and what its rows become: own ones.",
    session: "member",
    params,
    answer: z.object({ import: importView }),
    example: { params: { importId } },
  },
  "imports.choose": {
    summary: "Say how a table is to be read where it was found to be otherwise; it is looked at once more.",
    session: "member",
    beginsTask: true,
    params,
    body: z.strictObject({ commandId, revision, choices: importChoices }),
    answer: begun,
    example: {
      params: { importId },
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9d02",
        revision: 2,
        choices: { encoding: "gb18030", mapping: [{ heading: "客户名称", field: "name" }] },
      },
    },
  },
  "imports.undo": {
    summary:
      "Take the clients back that a table has made, within seven days: those that nobody has changed or worked with since. What it has changed in others stays. Each row says what has become of it.",
    session: "member",
    beginsTask: true,
    params,
    body: z.strictObject({ commandId, revision }),
    answer: begun,
    example: { params: { importId }, body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9d0b", revision: 4 } },
  },
  "imports.run": {
    summary:
      "Import a table as it was looked at. Sent twice, or the same file again, nothing is there twice. Opening balances are put before a second person (openings.decide).",
    session: "member",
    beginsTask: true,
    params,
    body: z.strictObject({
      commandId,
      revision,
      /** Of opening balances: what the person's own books say, typed and never taken from the file. One fen of difference stops it. */
      typed: z.strictObject({ rows: count, clawback: fen, draw: fen, unreleased: fen, paid: fen }).optional(),
    }),
    answer: begun,
    example: { params: { importId }, body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9d03", revision: 2 } },
  },
  "imports.rows": {
    summary:
      "What became of each row, in the order of the file, fifty a page. Of a look, rows that go in without a word are samples.",
    session: "member",
    params,
    query: z.strictObject({ is: z.enum(rowResults).optional(), cursor: cursor.optional() }),
    answer: z.object({ items: z.array(importRow), nextCursor: cursor.nullable() }),
    example: { params: { importId }, query: { is: "heldBack" } },
  },
  "imports.errorFile": {
    summary: "A link to the rows of mine that wait, which holds for five minutes. That it was opened is noted.",
    session: "member",
    params,
    answer: z.object({ url: z.string(), name: z.string() }),
    example: { params: { importId } },
  },
} satisfies Record<string, Contract>;
