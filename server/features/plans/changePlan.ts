import type { ClientSession } from "mongoose";
import type { AnswerOf, BodyOf } from "@shared/contracts";
import { type Actor, actorKeyOf, actorNameOf } from "@shared/domain/actor";
import { canonicalJson, type Plan, type Finding, planDoubts, planFaults, type PlanFault } from "@shared/domain/pay";
import { type BusinessDay, businessDayOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { claimKey, command, commandIdOf, insert, StaleRead, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { allow } from "../../http";
import { type ServerTexts, textsFor } from "../../texts";
import { emit, type NewEvent } from "../../outbox";
import { mayBeginPlans } from "./beginPlans";
import { doubtText } from "./doubtText";
import { readOrganisationSnapshot } from "./assignments";
import { completePlan } from "./completePlan";
import { planPublished, planSentBack, planSubmitted, planWithdrawn } from "./events";
import { refuseFaults } from "./faulty";
import { requireFirstDay } from "./firstDay";
import { guardOfFirstPayingDay } from "./firstPayingDay";
import { finishedReport } from "./planChecks";
import { PlanModel, type PlanRecord } from "./planModel";
import { authorIdsOf, findVersion, findVersionOrNull, planIdOf, rulesOf } from "./planVersions";
import { notSupplied } from "./notSupplied";
import { mayDraftPlan, mayPublishPlan, mayReviewPlan, mayWithdrawPlan } from "./policy";
import { isPaidBy, requirePublisher } from "./publishers";
import { scopeFaults } from "./scope";
import { scopeConflicts } from "./scopeConflicts";

type ChangeDeps = Pick<Deps, "clock" | "realNow">;
type Changed = AnswerOf<"plans.draft">;
type Step = PlanRecord["steps"][number];

/** Writes or replaces the draft of a plan's next version. The same draft again changes nothing. */
export function draftPlan(
  deps: ChangeDeps,
  { actor, body }: { actor: Actor; body: Omit<BodyOf<"plans.draft">, "plan"> & { plan: Plan } },
): Promise<Changed> {
  const { commandId, plan: written, revision } = body;
  const planId = planIdOf(written);
  return command({ actor, commandId, kind: "plans.draft", body, queue: `plan:${written.code}` }, async () => {
    allow(mayDraftPlan(actor) || (await mayBeginPlans(actor)), "plans are written by HR");
    const at = deps.clock.now();
    const plan = await completePlan(written);
    const known = await findVersionOrNull(planId);
    if (known?.state === "published") throw new AppError("plan.published", `${planId} is published`);
    if (known?.state === "inReview") throw new AppError("plan.notDraft", `${planId} is in review`);
    if (!known) await requireNextVersion(plan);
    const state = "draft" as const;
    if (known && canonicalJson(known.plan) === canonicalJson(plan))
      return { answer: { planId, state, revision: known.revision }, write: async () => undefined };
    if ((known?.revision ?? 0) !== revision)
      throw new AppError("stale", `${planId} was changed meanwhile`, { revision: known?.revision ?? 0 });
    const step = { action: "draft" as const, by: actorNameOf(actor), at, reason: null };
    const steps = withDraft(known?.steps ?? [], step);
    return {
      answer: { planId, state, revision: revision + 1 },
      audit: { action: "plans.draft", subject: `plan:${planId}`, at },
      write: (session) =>
        known
          ? updateAtRevision(PlanModel, { id: planId, revision, set: { plan, steps } }, session)
          : insert(PlanModel, { _id: planId, state, plan, steps, publishedAt: null, revision: 1 }, session),
    };
  });
}

/** Version numbers leave no gap, and the one before is in force: of each plan one version is under way at a time. */
async function requireNextVersion({ code, version }: Plan): Promise<void> {
  if (version === 1) return;
  const before = await findVersionOrNull(planIdOf({ code, version: version - 1 }));
  if (before?.state !== "published")
    throw new AppError("plan.versionGap", `version ${version - 1} of ${code} is not published`);
}

function withDraft(steps: readonly Step[], draft: Step): Step[] {
  const last = steps.at(-1);
  const goesOn = last?.action === "draft" && actorKeyOf(last.by) === actorKeyOf(draft.by);
  return [...(goesOn ? steps.slice(0, -1) : steps), draft];
}

type Move<Body> = { actor: Actor; planId: string; body: Body };

/** Puts a draft before a second person. It is refused by what its publication would be refused by, before somebody else has read it. */
export function submitPlan(deps: ChangeDeps, move: Move<BodyOf<"plans.submit">>): Promise<Changed> {
  return movePlan(deps, { ...move, action: "submit", from: "draft", to: "inReview" }, async (plan) => {
    const texts = textsFor(move.actor);
    await requireSound(plan, businessDayOf(deps.clock.now()), texts);
    const { findings } = await finishedReport(move.planId, plan);
    if (move.body.reason === undefined) requirePlausible(plan, findings, texts);
    return noteOf(await isPaidBy(move.actor, plan));
  });
}

/** Makes a version in review a draft again: by whoever wrote or submitted it, as long as nobody has put it in force. */
export function withdrawPlan(deps: ChangeDeps, move: Move<BodyOf<"plans.withdraw">>): Promise<Changed> {
  const request = { ...move, action: "withdraw", from: "inReview", to: "draft" } as const;
  return movePlan(deps, request, (_plan, version) => {
    const isOwn = move.actor.kind === "member" && authorIdsOf(version).includes(move.actor.id);
    allow(isOwn, "a plan is taken back by who wrote or submitted it");
    return Promise.resolve({});
  });
}

/** Makes a version in review a draft again: by HR, and by whoever would put it in force in their place. */
export function sendPlanBack(deps: ChangeDeps, move: Move<BodyOf<"plans.sendBack">>): Promise<Changed> {
  const request = { ...move, action: "sendBack", from: "inReview", to: "draft" } as const;
  return movePlan(deps, request, async (plan, { steps }) => {
    if (!mayReviewPlan(move.actor))
      await requirePublisher(move.actor, { plan, steps }, businessDayOf(deps.clock.now()));
    return noteOf(await isPaidBy(move.actor, plan));
  });
}

/**
 * Puts a version in force from its first day; those whom it concerns are priced again by an event. It begins on a day and with a
 * period to come, but where it changes nobody's plan on any day of what has begun: a company's first plan may begin at once.
 */
export function publishPlan(deps: ChangeDeps, move: Move<BodyOf<"plans.publish">>): Promise<Changed> {
  const request = { ...move, action: "publish", from: "inReview", to: "published" } as const;
  return movePlan(deps, request, async (plan, { steps }) => {
    const today = businessDayOf(deps.clock.now());
    await requirePublisher(move.actor, { plan, steps }, today);
    // Days pass in review, and other plans come into force.
    await requireSound(plan, today, textsFor(move.actor));
    return noteOf(await isPaidBy(move.actor, plan));
  });
}

/** What the audit entry of a step says where it is taken by somebody whom the version pays, or whose plan it takes away. */
const noteOf = (isPaidByIt: boolean): Record<string, unknown> => (isPaidByIt ? { actorIsPaidByIt: true } : {});

interface MovePlan extends Move<{ commandId: string; revision: number; reason?: string }> {
  action: "submit" | "sendBack" | "withdraw" | "publish";
  from: PlanRecord["state"];
  to: PlanRecord["state"];
}

function movePlan(
  deps: ChangeDeps,
  { actor, planId, body, action, from, to }: MovePlan,
  /** @returns what the audit entry says beside the reason */
  check: (plan: Plan, version: PlanRecord) => Promise<Record<string, unknown>>,
): Promise<Changed> {
  const { commandId, reason = null } = body;
  const kind = `plans.${action}`;
  return command({ actor, commandId, kind, body: { ...body, planId }, queue: "plans" }, async () => {
    const isPublication = action === "publish";
    allow(await mayMove(action, actor), "plans are reviewed and published by HR");
    const at = deps.clock.now();
    const version = await findVersion(planId);
    if (version.state !== from) throw outOfTurn(version, from);
    if (version.revision !== body.revision)
      throw new AppError("stale", `${planId} was changed meanwhile`, { revision: version.revision });
    const plan = rulesOf(version);
    const present = isPublication ? await guardOfPublication(deps) : null;
    const detail = { ...(reason !== null && { reason }), ...(await check(plan, version)) };
    const steps = [...version.steps, { action, by: actorNameOf(actor), at, reason }];
    const set = { state: to, steps, ...(to === "published" && { publishedAt: at }) };
    return {
      answer: { planId, state: to, revision: version.revision + 1 },
      audit: { action: kind, subject: `plan:${planId}`, at, ...(Object.keys(detail).length > 0 && { detail }) },
      write: async (session) => {
        await updateAtRevision(PlanModel, { id: planId, revision: version.revision, set }, session);
        await present?.requireSame(planId, session);
        const about = { partition: `plans:${plan.code}`, cause: commandIdOf({ actor, commandId }) } as const;
        await emit(movedEvent(action, plan, { version, actor, reason, at, about }), session, deps.realNow());
      },
    };
  });
}

async function mayMove(action: MovePlan["action"], actor: Actor): Promise<boolean> {
  if (action === "submit") return mayReviewPlan(actor) || mayBeginPlans(actor);
  return action === "withdraw" ? mayWithdrawPlan(actor) : mayPublishPlan(actor);
}

function movedEvent(
  action: MovePlan["action"],
  { code, version, name, validFrom }: Plan,
  of: {
    version: PlanRecord;
    actor: Actor;
    reason: string | null;
    at: Date;
    about: Pick<NewEvent, "partition" | "cause">;
  },
): NewEvent {
  const { _id: planId, revision } = of.version;
  if (action === "submit") return planSubmitted.of({ payload: { planId }, ...of.about });
  if (action === "withdraw") return planWithdrawn.of({ payload: { planId }, ...of.about });
  const authorIds = authorIdsOf(of.version);
  const byName = of.actor.kind === "member" ? of.actor.name : of.actor.id;
  const told = { planId, name, version, authorIds, byName, at: of.at.toISOString() };
  if (action === "publish")
    return planPublished.of({
      payload: { code, version, publishedOn: businessDayOf(of.at), told: { ...told, validFrom } },
      ...of.about,
    });
  return planSentBack.of({
    payload: { ...told, revision: revision + 1, reason: of.reason ?? "" },
    ...of.about,
  });
}

/**
 * What a publication is judged by: the versions in force, the first paying day and today. It is read before anything else is, and all have to be the
 * same when it is written, or it is decided again: another process may have put a plan in force for the same people, or this one
 * has stood still over midnight. A published version stays, so that their number says which ones there are.
 */
async function guardOfPublication(deps: ChangeDeps): Promise<{
  requireSame(planId: string, session: ClientSession): Promise<void>;
}> {
  const today = businessDayOf(deps.clock.now());
  const [{ plans }, payingDay] = await Promise.all([readOrganisationSnapshot(), guardOfFirstPayingDay()]);
  return {
    requireSame: async (planId, session) => {
      if (businessDayOf(deps.clock.now()) !== today) throw new StaleRead(`${today} is over`, { revision: null });
      await claimKey(`plans.published:${plans.length + 1}`, planId, session);
      await payingDay.hold(session);
    },
  };
}

function outOfTurn({ _id, state, revision }: PlanRecord, wanted: PlanRecord["state"]): AppError {
  const details = { state, revision };
  if (state === "published") return new AppError("plan.published", `${_id} is published`, details);
  return wanted === "draft"
    ? new AppError("plan.notDraft", `${_id} is in review`, details)
    : new AppError("plan.notInReview", `${_id} is a draft`, details);
}

const faultsShownMax = 20;

/** @throws AppError "plan.faulty" with what is asked about, which a reason would answer */
function requirePlausible(plan: Plan, findings: readonly Finding[], texts: ServerTexts): void {
  const faults = planDoubts(plan, findings).map((doubt): PlanFault => ({
    path: doubt.path,
    code: `doubt.${doubt.code}`,
    message: doubtText(doubt, plan, texts),
  }));
  refuseFaults(faults);
}

/** @throws AppError "plan.faulty" with what is wrong, "plan.insidePeriod" or "plan.beforeFirstPayingDay" where only the first day is */
async function requireSound(plan: Plan, today: BusinessDay, texts: ServerTexts): Promise<void> {
  const [snapshot, payingDay] = await Promise.all([readOrganisationSnapshot(), guardOfFirstPayingDay()]);
  const noExample: PlanFault = { path: "examples", code: "example.missing", message: texts.planFaults.noExample };
  const faults = [
    ...planFaults(plan),
    ...notSupplied(plan, texts),
    ...(await scopeFaults(plan.scope, snapshot.units, texts)),
    ...(await scopeConflicts(plan, snapshot, texts)),
    ...orderFaults(plan, snapshot.plans, texts),
    ...(plan.examples.length === 0 ? [noExample] : []),
  ].slice(0, faultsShownMax);
  refuseFaults(faults);
  payingDay.require(plan);
  return requireFirstDay(plan, today, snapshot);
}

/** Versions follow each other in time as in number, so that the newest and the one that began last are one. */
function orderFaults(
  { code, version, validFrom }: Plan,
  plans: readonly Plan[],
  { planFaults: t }: ServerTexts,
): PlanFault[] {
  const later = plans.find((plan) => plan.code === code && plan.version < version && plan.validFrom > validFrom);
  if (!later) return [];
  const message = t.beginsEarlier({ version, laterVersion: later.version, laterFrom: later.validFrom });
  return [{ path: "validFrom", code: "version.beginsEarlier", message }];
}
