import { z } from "zod";
import { importSources } from "@shared/domain/importing";
import { openingKinds, openingStates } from "@shared/domain/opening";
import { businessDay, commandId, cursor, fen, id, instant, revision, text } from "./common";
import type { Contract } from "./contract";

const count = z.number().int().min(0);

/** What a balance is: owed by the member, drawn in advance, earned and not given out yet, given out already. */
const sums = z.object({ clawback: fen, draw: fen, unreleased: fen, paid: fen });

const openingView = z.object({
  /** Of the import that has brought it. */
  importId: id,
  state: z.enum(openingStates),
  /** The balances hold as of the end of this day, the one before the company pays here. */
  asOf: businessDay,
  fileName: z.string(),
  source: z.enum(importSources),
  /** As the person has typed them from her own books, equal to what the table adds up to. */
  rows: count,
  sums,
  /** How many balances are new or other ones than before, and of how many members. */
  changes: count,
  membersCount: count,
  preparedByName: z.string(),
  preparedAt: instant,
  decision: z
    .object({ byName: z.string(), allowed: z.boolean(), reason: z.string().nullable(), at: instant })
    .nullable(),
  postedAt: instant.nullable(),
  /** Whom it waits for; empty where nobody can decide, or it waits for nobody. */
  deciderNames: z.array(z.string()),
  /** Whether the reader decides on it now. */
  mayDecide: z.boolean(),
  isMine: z.boolean(),
  revision,
});

const balance = z.object({
  kind: z.enum(openingKinds),
  /** The year or month that it is of, `2025` or `2026-02`; null where the books name none. */
  period: z.string().nullable(),
  /** The document that it stands for. */
  item: z.string().nullable(),
  client: z.string().nullable(),
  on: businessDay.nullable(),
  note: z.string().nullable(),
  amountFen: fen,
  /** By how much it is another one than before. */
  changeFen: fen,
  /** Of the file. */
  row: count,
});

const params = z.strictObject({ importId: id });
const exampleId = { importId: "linjing:4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9e11" };

export const openingsContracts = {
  "openings.list": {
    summary:
      "What members bring along into the company's first paying day: the sums in the accounts, and the tables that were put before somebody, the newest first, at most twenty. For finance, HR and auditors.",
    session: "member",
    answer: z.object({
      /** From this day on the company pays here; null: nobody has said so, and nothing can be brought along yet. */
      payingOn: businessDay.nullable(),
      /** Who says so, as long as nobody has. */
      setterNames: z.array(z.string()).optional(),
      /** In the accounts, of all members together. */
      sums,
      membersCount: count,
      items: z.array(openingView),
      /** Who has said that there is nothing to bring along; null: nobody, or something was brought since. */
      none: z.object({ byName: z.string(), at: instant }).nullable(),
      mayPrepare: z.boolean(),
      revision,
    }),
    example: {},
  },
  "openings.read": {
    summary:
      "One table of opening balances: its totals and who has prepared and decided on it. For finance, HR, auditors and whoever decides on it.",
    session: "member",
    params,
    answer: z.object({ opening: openingView }),
    example: { params: exampleId },
  },
  "openings.members": {
    summary:
      "What a table changes, member by member, twenty a page: their sums and their balances, at most a hundred of each. Noted in the audit log.",
    session: "member",
    params,
    query: z.strictObject({ cursor: cursor.optional() }),
    answer: z.object({
      items: z.array(
        z.object({
          memberId: id,
          name: z.string(),
          sums,
          balances: z.array(balance),
          /** False: there are more than are shown. */
          isWhole: z.boolean(),
        }),
      ),
      nextCursor: cursor.nullable(),
    }),
    example: { params: exampleId, query: {} },
  },
  "openings.decide": {
    summary:
      "Put opening balances into the accounts, or send them back with a reason: for a second person who has no balance in them; whoever has prepared them takes them back. Repeating it changes nothing.",
    session: "member",
    params,
    body: z.strictObject({ commandId, revision, allowed: z.boolean(), reason: text(500).nullable() }),
    answer: z.object({ opening: openingView }),
    example: {
      params: exampleId,
      body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9e12", revision: 1, allowed: true, reason: null },
    },
  },
  "openings.sayNone": {
    summary:
      "Say that there is nothing to bring along. For finance, HR and administrators; a table that is brought later stands above it.",
    session: "member",
    body: z.strictObject({ commandId, revision }),
    answer: z.object({ byName: z.string(), at: instant, revision }),
    example: { body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9e13", revision: 0 } },
  },
  "openings.mine": {
    summary:
      "Own balances from before the company's first paying day, each with the row of the file that says so, who imported and who approved it.",
    session: "member",
    answer: z.object({
      asOf: businessDay.nullable(),
      sums,
      items: z.array(
        balance.omit({ changeFen: true }).extend({
          fileName: z.string(),
          preparedByName: z.string(),
          approvedByName: z.string(),
          postedAt: instant,
        }),
      ),
    }),
    example: {},
  },
} satisfies Record<string, Contract>;
