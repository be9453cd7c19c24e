import { z } from "zod";
import { officeRowsMax, officeTabs } from "@shared/domain/office";
import { fen, id, instant, month } from "./common";
import type { Contract } from "./contract";

/** What a row is about: the phone words it, and knows where it opens. */
export const officeRowKinds = [
  // 关账
  "month",
  "approvals",
  "approvalsOfOthers",
  "targetsMissing",
  "openings",
  // 成员
  "active",
  "withoutTeam",
  "withoutRole",
  "unsure",
  "left",
  // 方案
  "plan",
  "plansInForce",
  "otherPlans",
  "withoutPlan",
  "plansInReview",
  "planDrafts",
  // 导入
  "imports",
  "clients",
  "duplicates",
  "leaversKept",
  "visitTypes",
  "exports",
  // 报表
  "attainment",
  "targets",
  // 审计
  "looks",
  // 系统体检
  "database",
  "version",
  "fieldKeys",
  "wecom",
  "directory",
  "outbox",
  "jobs",
  "calendar",
  "problems",
] as const;

export const officeRow = z.object({
  kind: z.enum(officeRowKinds),
  /** How many; null where nothing is counted. */
  count: z.number().int().nullable(),
  /** False: at least so many. */
  isWhole: z.boolean(),
  /** `attention`: somebody should look. `fault`: something does not work. `ok`: it works, or of a month that it still takes what is recorded. Null where it is only told. */
  state: z.enum(["ok", "attention", "fault"]).nullable(),
  period: month.nullable(),
  /** Of a month until when it takes what is recorded, else since when it is so. */
  at: instant.nullable(),
  /** Of a month whether it is closed. */
  isClosed: z.boolean().nullable(),
  /** What or whom it is about, the first few. */
  names: z.array(z.string()),
  /** What it opens, where that is one thing. */
  subjectId: id.nullable(),
  doneFen: fen.nullable(),
  targetFen: fen.nullable(),
  /** Effective visits. */
  visits: z.number().int().nullable(),
});

export const officeContracts = {
  "office.rows": {
    summary:
      "A tab of finance, HR, administrators or auditors: at most eight rows with what there is, by the same counts as what each opens.",
    session: "member",
    cost: 5,
    params: z.strictObject({ tab: z.enum(officeTabs) }),
    answer: z.object({ items: z.array(officeRow).max(officeRowsMax) }),
    example: { params: { tab: "closing" } },
  },
} satisfies Record<string, Contract>;
