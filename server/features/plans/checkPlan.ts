import type { AnswerOf, BodyOf } from "@shared/contracts";
import { checkStepCount, type CheckReport, planFaults, type Plan, shownProbes } from "@shared/domain/pay";
import { hasEnded } from "@shared/domain/task";
import { AppError } from "@shared/errors";
import { command, commandIdOf, insert, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { allow, type MemberActor } from "../../http";
import { beginTask, noteSeen, presentTask, refuseManyTasks, taskIfAny } from "../../tasks";
import { mayBeginPlans } from "./beginPlans";
import { refuseFaults } from "./faulty";
import { PlanCheckModel } from "./planCheckModel";
import { checkIfAny, reportOf, rulesHashOf } from "./planChecks";
import type { PlanRecord } from "./planModel";
import { findVersion, rulesOf } from "./planVersions";
import { mayReviewPlan } from "./policy";

type CheckDeps = Pick<Deps, "clock" | "realNow">;

/**
 * Has a version checked as it stands, unless it was or is: the same rules are checked once, whoever asks and however often.
 * @throws AppError "plan.unknown", "right.missing", "plan.published", "stale", "plan.faulty", "task.tooMany"
 */
export async function askForCheck(
  deps: CheckDeps,
  { actor, planId, body }: { actor: MemberActor; planId: string; body: BodyOf<"plans.check"> },
): Promise<AnswerOf<"plans.check">> {
  const { commandId, revision } = body;
  const request = { actor, commandId, kind: "plans.check", body: { ...body, planId } };
  const { taskId } = await command({ ...request, queue: `planCheck:${planId}` }, async () => {
    allow(mayReviewPlan(actor) || (await mayBeginPlans(actor)), "plans are checked by HR");
    const version = await findVersion(planId);
    if (version.state === "published") throw new AppError("plan.published", `${planId} is published`);
    if (version.revision !== revision)
      throw new AppError("stale", `${planId} was changed meanwhile`, { revision: version.revision });
    const plan = rulesOf(version);
    refuseFaults(planFaults(plan));
    const rulesHash = rulesHashOf(plan);
    const known = await checkIfAny(planId);
    const isOfThese = known?.rulesHash === rulesHash;
    if (isOfThese && known.report) return { answer: { taskId: null }, write: async () => undefined };
    const under = isOfThese && known.taskId ? await taskIfAny(known.taskId) : null;
    if (under && !hasEnded(under.state))
      return { answer: { taskId: under.memberId === actor.id ? under._id : null }, write: async () => undefined };
    await refuseManyTasks(actor.id);
    const at = deps.clock.now();
    const id = commandIdOf(request);
    return {
      answer: { taskId: id },
      audit: { action: "plan.check", subject: `plan:${planId}`, at },
      write: async (session) => {
        const set = { rulesHash, taskId: id, report: null, checkedAt: null };
        if (known) await updateAtRevision(PlanCheckModel, { id: planId, revision: known.revision, set }, session);
        else await insert(PlanCheckModel, { _id: planId, ...set, revision: 1 }, session);
        const task = { taskId: id, by: actor, input: { planId, rulesHash }, total: checkStepCount, at };
        await beginTask({ ...task, kind: "plans.check" }, session);
      },
    };
  });
  const task = taskId === null ? null : await taskIfAny(taskId);
  return { planId, task: task && presentTask(task, actor) };
}

type CheckView = AnswerOf<"plans.report">["check"];

const askAgainMs = 1_000;
/** More of them nobody reads. */
const findingsMax = 100;

/** How the check of a version stands, in the reader's language. Whoever asked for it, and reads its end here, hears of it by no message. */
export async function readCheck(deps: CheckDeps, actor: MemberActor, version: PlanRecord): Promise<CheckView> {
  const plan = rulesOf(version);
  const known = await checkIfAny(version._id);
  const none = { state: "none" as const, done: 0, total: checkStepCount, askAgainMs: null, report: null };
  if (known?.rulesHash !== rulesHashOf(plan)) return none;
  const task = known.taskId ? await taskIfAny(known.taskId) : null;
  if (task && hasEnded(task.state) && task.memberId === actor.id) await noteSeen(task, deps.realNow());
  const report = reportOf(known);
  if (report && known.checkedAt) {
    const { probes, unfinished } = report;
    const shown = presentFindings(report, plan, actor);
    return {
      ...{ ...none, state: "done", done: checkStepCount },
      report: { probes, unfinished: [...unfinished], ...shown, checkedAt: known.checkedAt.toISOString() },
    };
  }
  if (!task || hasEnded(task.state)) return { ...none, state: "failed" };
  return { ...none, state: "waiting", done: task.progress.done, askAgainMs };
}

function presentFindings(
  { findings }: CheckReport,
  plan: Plan,
  { language }: Pick<MemberActor, "language">,
): Pick<NonNullable<CheckView["report"]>, "findings" | "leftOut"> {
  const shown = findings.slice(0, findingsMax).map((finding) => {
    const { code, severity, path, of, number = null } = finding;
    return { code, severity, path, of, number, ...shownProbes(finding, plan, language) };
  });
  return { findings: shown, leftOut: findings.length - shown.length };
}
