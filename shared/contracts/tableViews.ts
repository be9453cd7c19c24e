import { z } from "zod";
import { commandId, revision, text } from "./common";
import type { Contract } from "./contract";

/** A table, a column or a filter, as the page calls it. */
const word = z.string().regex(/^[a-zA-Z]{1,30}$/);

/** How somebody has set up a table, under a name. A column that is not named is shown as the table has it. */
export const tableView = z.strictObject({
  table: word,
  name: text(20),
  columns: z.array(z.strictObject({ column: word, isShown: z.boolean() })).max(40),
  sort: z.strictObject({ by: word, isDescending: z.boolean() }).nullable(),
  search: text(40).nullable(),
  filters: z.array(z.strictObject({ filter: word, value: text(60) })).max(20),
});

const views = z
  .array(tableView)
  .max(60)
  .refine((all) => new Set(all.map(({ table, name }) => `${table}:${name}`)).size === all.length, {
    error: "views.twice",
  });

export const tableViewsContracts = {
  "tableViews.read": {
    summary: "How I have set up tables, under the names that I gave.",
    session: "member",
    answer: z.object({ views: z.array(tableView), revision }),
    example: {},
  },
  "tableViews.set": {
    summary: "Keep how I set up tables: these are all of them now. Two of one table have different names.",
    session: "member",
    body: z.strictObject({ commandId, revision, views }),
    answer: z.object({ views: z.array(tableView), revision }),
    example: {
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9c41",
        revision: 0,
        views: [
          {
            table: "sales",
            name: "待确认的",
            columns: [{ column: "confirmedAt", isShown: true }],
            sort: { by: "recordedAt", isDescending: false },
            search: null,
            filters: [{ filter: "state", value: "submitted" }],
          },
        ],
      },
    },
  },
} satisfies Record<string, Contract>;
