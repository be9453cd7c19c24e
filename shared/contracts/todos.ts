import { z } from "zod";
import { businessDay, fen, id, instant, revision } from "./common";
import type { Contract } from "./contract";

/**
 * A record to write, a sale to correct, whom to see, a question about praise to answer; a sale, a version of a plan, a check-in in doubt
 * to decide on, and a version that has come back to who wrote it; targets of a month that are not in force; people who sell and are on
 * no plan; a problem that somebody has reported; where a client's place is
 * said to be; two clients that may be one; an own check-in in doubt of an earlier day, on which somebody has still to decide; a visit at which
 * a colleague has named me; a colleague who asks whether they may come to a client of both; clients whose owners have left; a year whose days off nobody knows yet; a company that
 * is not set up yet; a table of many rows that somebody wishes to take away; opening balances that somebody has imported.
 */
export const todoKind = z.enum([
  "record",
  "returnedSale",
  "nextStep",
  "praise",
  "sale",
  "plan",
  "sentBackPlan",
  "targets",
  "plansMissing",
  "review",
  "report",
  "pin",
  "duplicate",
  "doubt",
  "companion",
  "visitQuestion",
  "clientsLeft",
  "calendarUnknown",
  "setup",
  "export",
  "opening",
]);

export const todoView = z.object({
  todoId: z.string(),
  kind: todoKind,
  /** Of the check-in, sale, customer, plan, report, proposed pin, pair or naming that it is about; of targets, missing plans and the set-up the month. */
  subjectId: id,
  /** Since when it waits. */
  since: instant,
  /** The client; of a plan its name and version; of targets the teams that have none, of missing plans the first of those people, of several pins or pairs their clients, of one pair the first, of a table who wishes to take it away, of opening balances who has imported them. */
  about: z.string(),
  /** Each of those names: a reader joins them as their language does. Absent elsewhere, and in answers kept from before. */
  teams: z.array(z.string()).optional(),
  /** Of missing plans: how many people; of clients without an owner: how many; of proposed pins and pairs: how many, where several wait, which are one row; of a table: how many rows; of opening balances: of how many people. */
  count: z.number().int().optional(),
  /** Of proposed pins and pairs: there may be more than were counted. */
  isAtLeast: z.boolean().optional(),
  /** Whose sale it is, or who asks. */
  byName: z.string().nullable(),
  /** The leaders who are away and in whose place it is decided; empty where it is the reader's own to decide. Absent elsewhere, and in answers kept from before. */
  insteadOfNames: z.array(z.string()).optional(),
  /** Of a sale. */
  amountFen: fen.nullable(),
  /**
   * Why it has come back; what was to come next; what somebody says against a decision; the other client of a pair; of what a table is; of a record the required steps that it leaves
   * out, null where none is written.
   */
  text: z.string().nullable(),
  /** Day of the check-in, of the signing, of the next step; the first day of a plan. */
  on: businessDay.nullable(),
  /** When it is too late; null for never. */
  until: instant.nullable(),
  /** Of an own check-in in doubt: who is to decide on it. Absent elsewhere. */
  waitsForNames: z.array(z.string()).optional(),
  /** Of a record or a check-in in doubt, an own one or one to decide on: it counts only once somebody accepts the check-in. Absent elsewhere, and in answers kept from before. */
  isInDoubt: z.boolean().optional(),
  /** Of an own check-in that was not accepted: a second person is asked. Absent elsewhere. */
  isAppealed: z.boolean().optional(),
  /** Of a next step: the visit that it was said at, with the version of its record (visits.settleNextStep). */
  visit: z.object({ visitId: id, version: revision }).nullable(),
  /** Of a next step: the check-in by which I was there since its day, of which nothing is written. Absent elsewhere, and in answers kept from before. */
  been: z.object({ checkInId: id, on: businessDay }).nullable().optional(),
});

export const approvalView = todoView.extend({
  /** Whether I am asked about it; else others are, and I may decide on it as well. */
  isAsked: z.boolean(),
  /** Who is asked. */
  deciderNames: z.array(z.string()),
});

export const todosContracts = {
  "todos.mine": {
    summary:
      "What waits for me, oldest first: what I have to decide, to write down, to correct, to answer, and whom I said I would see.",
    session: "member",
    answer: z.object({
      items: z.array(todoView),
      /** False: there is more, which comes when some of it is done. */
      isWhole: z.boolean(),
      /**
       * For leaders and offices: since when WeCom takes no message; null while it does. `follow`: they go out once it answers. Absent in
       * answers kept from before.
       */
      messagesHeld: z.object({ since: instant, follow: z.boolean() }).nullable().optional(),
    }),
    example: {},
  },
  "todos.approvals": {
    summary:
      "All that I may decide on: first what I am asked about, then what others are asked about, each oldest first, with whom.",
    session: "member",
    answer: z.object({
      items: z.array(approvalView),
      /** False: there is more, which comes when some of it is decided. */
      isWhole: z.boolean(),
    }),
    example: {},
  },
} satisfies Record<string, Contract>;
