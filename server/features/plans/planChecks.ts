import { setImmediate } from "node:timers/promises";
import {
  checkFurther,
  type CheckReport,
  checkStepCount,
  hashOf,
  isAsked,
  noCheck,
  type Plan,
} from "@shared/domain/pay";
import { AppError } from "@shared/errors";
import { inTransaction, insert, update } from "../../db";
import type { Deps } from "../../deps";
import { type RunningTask, taskKind, type TaskResult } from "../../tasks";
import { PlanCheckModel, type PlanCheckRecord } from "./planCheckModel";
import { findVersionOrNull, rulesOf } from "./planVersions";

export interface CheckInput {
  planId: string;
  rulesHash: string;
}

export const checkIfAny = (planId: string): Promise<PlanCheckRecord | null> =>
  PlanCheckModel.findOne({ _id: planId }).lean<PlanCheckRecord | null>();

/** What the report of a check is about: the same rules have one, whoever writes them and however often they move. */
export const rulesHashOf = (plan: Plan): string => hashOf(plan);

/** As it was stored. */
export const reportOf = ({ report }: Pick<PlanCheckRecord, "report">): CheckReport | null =>
  (report as CheckReport | null | undefined) ?? null;

/** The report of these very rules. @throws AppError "plan.notChecked" */
export async function finishedReport(planId: string, plan: Plan): Promise<CheckReport> {
  const check = await checkIfAny(planId);
  const report = check?.rulesHash === rulesHashOf(plan) ? reportOf(check) : null;
  if (!report) throw new AppError("plan.notChecked", `${planId} as it stands was not checked`);
  return report;
}

/** Step by step, each of which is stored: whoever goes on after a kill does the one again that was under way. */
export const checkPlanTask = taskKind<CheckInput, Deps>("plans.check", { run: (task, deps) => check(task, deps) });

async function check(task: RunningTask<CheckInput>, { clock }: Pick<Deps, "clock">): Promise<TaskResult> {
  const { planId, rulesHash } = task.input;
  const version = await findVersionOrNull(planId);
  const plan = version && rulesOf(version);
  // Written anew meanwhile: these rules are nobody's any more.
  if (!plan || rulesHashOf(plan) !== rulesHash) return { counts: { superseded: 1 } };
  let report = (task.cursor as CheckReport | null) ?? noCheck; // as `advance` stored it below
  while (report.steps < checkStepCount) {
    report = checkFurther(plan, report);
    await task.advance({ cursor: report, done: report.steps, total: checkStepCount });
    // Whatever else the process does has its turn in between.
    await setImmediate();
  }
  const asks = report.findings.filter(isAsked).length;
  return {
    counts: { asks, tells: report.findings.length - asks },
    write: (session) =>
      // Where it was asked for anew meanwhile, for other rules, what is found here is nobody's.
      update(
        PlanCheckModel,
        { filter: { _id: planId, taskId: task.taskId }, set: { report, checkedAt: clock.now() }, inc: { revision: 1 } },
        session,
      ),
  };
}

/** Keeps what a check has found without asking a worker: for companies that are filled before anybody works in them. */
export async function storeCheck(planId: string, report: CheckReport, checkedAt: Date): Promise<void> {
  const version = await findVersionOrNull(planId);
  if (!version) throw new AppError("plan.unknown", `no plan ${planId}`);
  const rulesHash = rulesHashOf(rulesOf(version));
  const known = await checkIfAny(planId);
  if (known?.rulesHash === rulesHash && known.report) return;
  await inTransaction((session) =>
    known
      ? update(
          PlanCheckModel,
          { filter: { _id: planId }, set: { rulesHash, report, checkedAt }, inc: { revision: 1 } },
          session,
        )
      : insert(PlanCheckModel, { _id: planId, rulesHash, taskId: null, report, checkedAt, revision: 1 }, session),
  );
}
