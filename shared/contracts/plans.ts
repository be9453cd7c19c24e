import { z } from "zod";
import { actorName } from "./actor";
import { businessDay, commandId, cursor, id, instant, revision, text } from "./common";
import { findingCodes } from "@shared/domain/pay/check/findings/finding";
import type { Contract } from "./contract";
import { planCode, planShape } from "./planShape";
import { task } from "./tasks";

export const planState = z.enum(["draft", "inReview", "published"]);

/** A version of a plan, without its rules. */
export const planView = z.object({
  /** `<code>@<version>` */
  planId: id,
  code: planCode,
  version: z.number().int(),
  name: z.string(),
  validFrom: businessDay,
  state: planState,
  revision,
});

const step = z.object({
  action: z.enum(["draft", "submit", "sendBack", "withdraw", "publish"]),
  by: actorName,
  /** Null: no member, or one who is not known any more. */
  name: z.string().nullable(),
  at: instant,
  reason: z.string().nullable(),
});

const count = z.number().int().min(0);
/** What is different about a month or an order, and what is paid then. */
const shownProbe = z.object({ at: z.string(), paysFen: z.number().int() });

const finding = z.object({
  code: z.enum(findingCodes),
  /** warns: a reason is asked for before it is submitted. */
  severity: z.enum(["warns", "informs"]),
  path: z.string(),
  of: z.object({ name: z.string(), nameEn: z.string().optional() }),
  /** What the sentence names beside amounts: a row, how many cases, fen that were needed. */
  number: z.number().nullable(),
  before: z.array(shownProbe),
  after: z.array(shownProbe),
});

/** How the check of a version stands: of its rules as they are now. */
const checkView = z.object({
  /** failed: it did not come to its end, and has to be asked for again. */
  state: z.enum(["none", "waiting", "done", "failed"]),
  done: count,
  total: count,
  /** When it is worth asking again; null where nothing is under way. */
  askAgainMs: count.nullable(),
  report: z
    .object({
      /** So many amounts were computed: what was not found there may be elsewhere. */
      probes: count,
      /** What was not looked for everywhere, since no more may be computed for one plan. */
      unfinished: z.array(z.enum(findingCodes)),
      findings: z.array(finding),
      /** Findings beyond those that are kept. */
      leftOut: count,
      checkedAt: instant,
    })
    .nullable(),
});

const changed = z.object({ planId: id, state: planState, revision });
const planParams = z.strictObject({ planId: id });
const examplePlanId = "demo-flat@1";

export const plansContracts = {
  "plans.firstPayingDay": {
    summary:
      "From which day on what people do is paid by plans; what is older counts for history alone. For HR, finance, administrators and auditors.",
    session: "member",
    answer: z.object({
      /** Null: none has been set, so that each plan says it for its own. */
      firstPayingOn: businessDay.nullable(),
      setByName: z.string().nullable(),
      setAt: instant.nullable(),
      /** The published plan that begins first; null before there is one. */
      firstPlan: z.object({ name: z.string(), validFrom: businessDay }).nullable(),
      /** No later day may be set. */
      latestOn: businessDay,
      maySet: z.boolean(),
      /** 0 as long as none has been set. */
      revision,
    }),
    example: {},
  },
  "plans.setFirstPayingDay": {
    summary:
      "Set the first paying day, the first of a month. No plan may begin before it; it is never after the first day of one that pays already. Sales signed before it that are confirmed by then follow within seconds, and those whose pay it changes are told.",
    session: "member",
    body: z.strictObject({ commandId, revision, firstPayingOn: businessDay }),
    answer: z.object({ firstPayingOn: businessDay, revision }),
    example: {
      body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9d21", revision: 0, firstPayingOn: "2026-04-01" },
    },
  },
  "plans.list": {
    summary:
      "Versions of plans in one state, by id, 50 a page; the first page of those in force says who sells and is on none. For HR, finance and auditors.",
    session: "member",
    query: z.strictObject({ state: planState, cursor: cursor.optional() }),
    answer: z.object({
      items: z.array(planView),
      nextCursor: cursor.nullable(),
      /** Who sells and is on no plan: how many, and the first fifty by name. */
      without: z.object({ count: z.number().int().min(0), names: z.array(z.string()) }).optional(),
    }),
    example: { query: { state: "published" } },
  },
  "plans.read": {
    summary:
      "A version of a plan as a whole. HR and finance see all with who did what; others what is in force for them.",
    session: "member",
    params: planParams,
    answer: z.object({ plan: planView.extend({ rules: planShape, steps: z.array(step) }) }),
    example: { params: { planId: "flat-internet@1" } },
  },
  "plans.draft": {
    summary:
      "Write or replace a draft of a plan's next version. Nothing is in force by that, and its rules are checked when it goes to review.",
    session: "member",
    scope: "plans.write",
    cost: 5,
    body: z.strictObject({
      commandId,
      /** 0 where there is no draft of this version yet. */
      revision,
      plan: planShape,
    }),
    answer: changed,
    example: {
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9d01",
        revision: 0,
        plan: {
          code: "demo-flat",
          name: "按比例提成",
          version: 1,
          validFrom: "2026-04-01",
          layer: "base",
          scope: { members: ["xiaowang"] },
          inputs: [{ name: "个人业绩", kind: "measure", code: "sales.confirmed", of: "member", period: "month" }],
          tables: [],
          components: [
            {
              code: "commission",
              name: "销售提成",
              kind: "提成",
              grain: "period",
              period: "month",
              basis: "个人业绩",
              amount: "个人业绩 × 2%",
              refund: "saleMonth",
            },
          ],
          stacking: [],
          examples: [{ name: "10万", given: { 个人业绩: "100000元" }, expect: { commission: "2000元" } }],
        },
      },
    },
  },
  "plans.check": {
    summary:
      "Have a version checked before it is submitted: what it pays is computed at up to 20,000 points. It goes on by itself, once for the same rules; `task` is null where it is there already, or another person's is under way.",
    session: "member",
    beginsTask: true,
    params: planParams,
    body: z.strictObject({ commandId, revision }),
    answer: z.object({ planId: id, task: task.nullable() }),
    example: {
      params: { planId: examplePlanId },
      body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9d06", revision: 1 },
    },
  },
  "plans.report": {
    summary:
      "What the check of a version has found, or how far it is: the same for whoever writes it and whoever puts it in force.",
    session: "member",
    params: planParams,
    answer: z.object({ check: checkView }),
    example: { params: { planId: examplePlanId } },
  },
  "plans.submit": {
    summary:
      "Put a draft before a second person. Its check has to be finished (plans.check). It is refused with its faults where it has any, an example fails, another plan is equally near to somebody on a day, or its first day is inside a period that people are paid by: what its publication would be refused for; and where what it pays is asked about (most of a sale, a higher tier that pays less) unless a reason says that it is meant so.",
    session: "member",
    cost: 5,
    params: planParams,
    body: z.strictObject({
      commandId,
      revision,
      /** Why what is asked about is meant so. */
      reason: text(200).optional(),
    }),
    answer: changed,
    example: {
      params: { planId: examplePlanId },
      body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9d02", revision: 1 },
    },
  },
  "plans.withdraw": {
    summary: "Take a version back that oneself wrote or submitted, before it is in force: it is a draft again.",
    session: "member",
    params: planParams,
    body: z.strictObject({ commandId, revision }),
    answer: changed,
    example: {
      params: { planId: examplePlanId },
      body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9d05", revision: 2 },
    },
  },
  "plans.sendBack": {
    summary: "Make a version in review a draft again, with the reason.",
    session: "member",
    params: planParams,
    body: z.strictObject({ commandId, revision, reason: text(200) }),
    answer: changed,
    example: {
      params: { planId: examplePlanId },
      body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9d03", revision: 2, reason: "比例写高了" },
    },
  },
  "plans.publish": {
    summary:
      "Put a version in force from its first day. For a second person of HR: who wrote or submitted it does not publish it, nor does whom it pays, as long as somebody else of HR, or else of finance or an administrator, can. Days pass in review: what a submission is refused for is looked at again. It never changes afterwards.",
    session: "member",
    cost: 5,
    params: planParams,
    body: z.strictObject({ commandId, revision }),
    answer: changed,
    example: {
      params: { planId: examplePlanId },
      body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9d04", revision: 2 },
    },
  },
} satisfies Record<string, Contract>;
