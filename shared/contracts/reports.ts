import { z } from "zod";
import { commandId, id, instant, revision, text } from "./common";
import type { Contract } from "./contract";

/** A request number as our answers carry it. */
const reference = z.uuid();

/** A page of the program, without what it was opened for: that may name customers or sales. */
const screen = z.string().regex(/^\/pages\/[a-zA-Z]+\/[a-zA-Z]+\/index$/);

const report = {
  /** In the person's own words. */
  text: text(500).nullable(),
  /** What the screen said. */
  saw: text(300).nullable(),
  reference: reference.nullable(),
  screen: screen.nullable(),
  /** Which program and version of it. */
  program: text(60),
  /** When it happened, by the phone's server-anchored clock. */
  happenedAt: instant,
};

export const reportView = z.object({
  reportId: id,
  byName: z.string(),
  text: z.string().nullable(),
  saw: z.string().nullable(),
  reference: z.string().nullable(),
  screen: z.string().nullable(),
  program: z.string(),
  happenedAt: instant,
  reportedAt: instant,
  /** Null while it is open. `byName` is empty where whoever runs the server has closed it. */
  closed: z.object({ byName: z.string(), answer: z.string().nullable(), at: instant }).nullable(),
  revision,
});

export const reportsContracts = {
  "reports.send": {
    summary: "Tell the administrators that something does not work, at most 20 times a day.",
    session: "member",
    cost: 5,
    body: z.strictObject({ commandId, ...report }),
    answer: z.object({
      reportId: id,
      /** Administrators who hear of it; none: it stands in the list of whoever runs the server (npm run reports). */
      heardByNames: z.array(z.string()),
    }),
    example: {
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9d01",
        text: "提交记录后一直转圈",
        saw: "服务器出了点问题。刚填的都在，没有重复计。",
        reference: "7f3a2291-5c1e-4b8f-9d20-6a1b3c4d5e6f",
        screen: "/pages/field/visit/index",
        program: "weapp 0.1.0",
        happenedAt: "2026-03-26T10:05:00+08:00",
      },
    },
  },
  "reports.list": {
    summary:
      "Problems that were reported, at most 50: mine, newest first; for administrators the open ones, oldest first, or those that are done, newest first.",
    session: "member",
    query: z.strictObject({ view: z.enum(["mine", "open", "done"]) }),
    answer: z.object({ items: z.array(reportView), isWhole: z.boolean() }),
    example: { query: { view: "mine" } },
  },
  "reports.close": {
    summary: "Mark a reported problem as done; whoever reported it hears of it, with the answer where there is one.",
    session: "member",
    params: z.strictObject({ reportId: id }),
    body: z.strictObject({ commandId, revision, answer: text(300).nullable() }),
    answer: z.object({ report: reportView }),
    example: {
      params: { reportId: "xiaowang:4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9d01" },
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9d02",
        revision: 1,
        answer: "服务器磁盘满了，已经清理，请再提交一次。",
      },
    },
  },
  "reports.reopen": {
    summary: "A problem that was marked as done is not: it waits again, and whoever reported it hears so.",
    session: "member",
    params: z.strictObject({ reportId: id }),
    body: z.strictObject({ commandId, revision }),
    answer: z.object({ report: reportView }),
    example: {
      params: { reportId: "xiaowang:4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9d01" },
      body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9d03", revision: 2 },
    },
  },
} satisfies Record<string, Contract>;
